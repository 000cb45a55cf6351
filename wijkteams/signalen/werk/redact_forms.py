"""Which words go, and which parts of a photo."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.signalen.models import Signaal
from wijkteams.signalen.werk.redaction import Box, missing

MOST_BOXES = 8
LEAST_SIGNS = 2
"A single letter would take half the text away."


class WoordenForm(forms.Form):
    """The words, one to a line."""

    woorden = forms.CharField(
        label=gettext_lazy("Welke woorden moeten weg?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy(
            "Zet op elke regel een naam, adres of nummer, precies zoals het er staat. "
            "Het gaat overal weg: ook uit de stappen en uit wat partners schreven."
        ),
    )

    def __init__(self, data: Any = None, *, signaal: Signaal) -> None:
        super().__init__(data)
        self.signaal = signaal

    def clean_woorden(self) -> list[str]:
        lines = self.cleaned_data["woorden"].splitlines()
        words = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
        for word in words:
            if len(word) < LEAST_SIGNS:
                text = _("‘%(word)s’ is te kort. Schrijf het hele woord op.")
                raise ValidationError(text % {"word": word})
        absent = missing(self.signaal, words)
        if absent:
            text = _("Dit staat nergens: %(words)s. Schrijf het precies over.")
            raise ValidationError(text % {"words": ", ".join(absent)})
        return words


class VakForm(forms.Form):
    """A part of a photo, in percents. All empty: not used."""

    links = forms.FloatField(label=gettext_lazy("Van links"), required=False)
    boven = forms.FloatField(label=gettext_lazy("Van boven"), required=False)
    breed = forms.FloatField(label=gettext_lazy("Breed"), required=False)
    hoog = forms.FloatField(label=gettext_lazy("Hoog"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.validators += [MinValueValidator(0), MaxValueValidator(100)]
            field.widget.attrs |= {"min": 0, "max": 100, "step": "any", "inputmode": "decimal"}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        given = [data.get(name) is not None for name in self.fields]
        if any(given) and not all(given) and not self.errors:
            raise ValidationError(_("Vul alle vier de getallen van dit vak in."))
        if all(given) and not (data["breed"] and data["hoog"]):
            raise ValidationError(_("Maak het vak breder en hoger dan 0."))
        return data

    @property
    def box(self) -> Box | None:
        """The part; None when nothing was filled in."""
        data = self.cleaned_data
        if data.get("breed") is None:
            return None
        return Box(data["links"], data["boven"], data["breed"], data["hoog"])


VakkenForms = forms.formset_factory(VakForm, extra=MOST_BOXES, max_num=MOST_BOXES)
