"""What a reader says of one open answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquetes.uitslag.lezen.names import suspicious, without

LONGEST = 5000


class LeesForm(forms.Form):
    """The text as it may be shown; words to hide are ticked beforehand."""

    tekst = forms.CharField(
        label=gettext_lazy("Zo komt het op de site"),
        required=False,
        max_length=LONGEST,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "Haal weg waaraan iemand te herkennen is. Verander verder niets aan wat er staat."
        ),
    )
    verberg = forms.MultipleChoiceField(
        label=gettext_lazy("Deze woorden verbergen we"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, answer: str, **kwargs: Any) -> None:
        found = suspicious(answer)
        kwargs["initial"] = {"tekst": answer, "verberg": [one.words for one in found]}
        super().__init__(*args, **kwargs)
        choices: Any = [(one.words, f"{one.words} ({one.soort})") for one in found]
        field = self.fields["verberg"]
        field.choices = choices  # type: ignore[attr-defined]
        if not found:
            del self.fields["verberg"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["tekst"] = without(data.get("tekst", ""), data.get("verberg", []))
        if self.data.get("besluit") == "tonen" and not data["tekst"].replace("[…]", "").strip():
            raise ValidationError(_("Er blijft niets over om te laten zien. Kies ‘Niet tonen’."))
        return data
