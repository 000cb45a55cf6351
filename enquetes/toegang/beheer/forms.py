"""What a team chooses: how many codes, which again, and how long answers are kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquetes.models import Codeblad, Enquete
from enquetes.toegang.sheets import MOST
from wijkteams.models import Buurt

NUMBERS = (100, 500, 1_000, 2_000)


class CodesForm(forms.Form):
    """New codes, for a buurt or for the whole ward."""

    aantal = forms.IntegerField(
        label=gettext_lazy("Hoeveel codes?"),
        min_value=1,
        max_value=MOST,
        help_text=gettext_lazy("Eén per huis, hoogstens 2.000 tegelijk. Bijvoorbeeld 500."),
        widget=forms.NumberInput({"list": "aantallen"}),
    )
    buurt = forms.ModelChoiceField(
        label=gettext_lazy("Voor welke buurt?"),
        queryset=Buurt.objects.none(),
        required=False,
        empty_label=gettext_lazy("De hele wijk"),
        help_text=gettext_lazy(
            "Met een buurt zie je hoeveel er per buurt is ingevuld. Kies alleen een buurt met "
            "genoeg huizen."
        ),
    )
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat wil je maken?"),
        choices=Codeblad.Soort.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, enquete: Enquete, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Buurt.objects.select_related("wijk").order_by("wijk__name", "name")
        buurt: Any = self.fields["buurt"]
        buurt.queryset = rows.filter(wijk=enquete.wijk_id) if enquete.wijk_id else rows


class AgainForm(forms.Form):
    """Codes that there are, printed once more."""

    van = forms.IntegerField(label=gettext_lazy("Van nummer"), min_value=1)
    tot = forms.IntegerField(label=gettext_lazy("Tot en met nummer"), min_value=1)
    soort = forms.ChoiceField(
        label=gettext_lazy("Wat wil je maken?"),
        choices=Codeblad.Soort.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, last: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last = last

    def clean(self) -> dict[str, Any]:
        """From low to high, and no further than there are."""
        data: dict[str, Any] = super().clean() or {}
        first, end = data.get("van"), data.get("tot")
        if first is None or end is None:
            return data
        if end > self.last:
            self.add_error(
                "tot", _("Zo ver zijn er geen codes: de laatste is nummer %d.") % self.last
            )
        elif end < first:
            self.add_error("tot", _("Dit nummer is lager dan het eerste."))
        elif end - first >= MOST:
            raise ValidationError(_("Hoogstens 2.000 codes tegelijk."))
        return data


class KeepForm(forms.Form):
    """How long the answers are kept after the closing: at most a year (requirement S14)."""

    maanden = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang na de sluiting bewaren we de antwoorden?"),
        coerce=int,
        choices=[
            (1, gettext_lazy("1 maand")),
            (3, gettext_lazy("3 maanden")),
            (6, gettext_lazy("6 maanden")),
            (12, gettext_lazy("12 maanden")),
        ],
        widget=forms.RadioSelect,
    )
