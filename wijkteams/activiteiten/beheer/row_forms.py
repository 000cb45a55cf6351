"""Forms of places and of school holidays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DateField
from wijkteams.activiteiten.models.instellingen import REGIONS
from wijkteams.row_forms import WijkRowForm

PUBLISHED = "https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/overzicht-schoolvakanties-per-schooljaar"
DEGREES = ("latitude", "longitude")


class DegreesField(forms.FloatField):
    """A place on the map, with a comma or a point; so many figures as the map gives."""

    widget = forms.TextInput
    default_error_messages = {"invalid": gettext_lazy("Vul een getal in, zoals 52,01.")}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().replace(",", ".")
        return super().to_python(value)


class LocatieForm(WijkRowForm):
    """A place of one's own ward, or (for the city) of all wards."""

    latitude = DegreesField(
        label=gettext_lazy("Breedtegraad"),
        required=False,
        help_text=gettext_lazy("Voor de kaart. Bijvoorbeeld: 52,01."),
    )
    longitude = DegreesField(
        label=gettext_lazy("Lengtegraad"),
        required=False,
        help_text=gettext_lazy("Voor de kaart. Bijvoorbeeld: 4,71."),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        given = [data.get(name) is not None for name in DEGREES]
        if any(given) and not all(given) and not self.errors.keys() & set(DEGREES):
            empty = DEGREES[given.index(False)]
            self.add_error(empty, _("Vul allebei de getallen in, of geen van beide."))
        name, wijk = data.get("name"), data.get("wijk")
        others = type(self.instance).objects.exclude(pk=self.instance.pk)
        if name and "wijk" in data and others.filter(wijk=wijk, name__iexact=name).exists():
            self.add_error("name", _("Deze plek is er al."))
        return data


class VakantieForm(WijkRowForm):
    """Days on which the schools are closed."""

    first_day = DateField(
        label=gettext_lazy("Eerste dag"),
        help_text=gettext_lazy("De eerste vrije dag. Bijvoorbeeld: 20-2-2027."),
    )
    last_day = DateField(
        label=gettext_lazy("Laatste dag"),
        help_text=gettext_lazy("De laatste vrije dag. Bijvoorbeeld: 28-2-2027."),
    )
    regions = forms.MultipleChoiceField(
        label=gettext_lazy("Regio's"),
        choices=REGIONS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Niets gekozen: het hele land. Bijvoorbeeld: Midden."),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if all(data.get(name) for name in ("name", "first_day", "last_day")):
            same = type(self.instance).objects.exclude(pk=self.instance.pk)
            same = same.filter(first_day=data["first_day"], last_day=data["last_day"])
            if any(sorted(row.regions) == sorted(data["regions"]) for row in same):
                raise ValidationError(_("Deze vakantie staat al in de lijst."))
        return data
