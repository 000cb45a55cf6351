"""Which file is wanted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enquetes.models import Enquete, Uitvoer


class UitvoerForm(forms.Form):
    """A kind of file; with names only when the survey has any."""

    soort = forms.ChoiceField(
        label=_("Wat voor bestand?"),
        choices=Uitvoer.Soort.choices,
        initial=Uitvoer.Soort.XLSX,
        widget=forms.RadioSelect,
    )
    met_namen = forms.BooleanField(
        label=_("Ook namen en e-mailadressen"),
        required=False,
        help_text=_("Alleen als je die echt nodig hebt. Je bent dan verantwoordelijk voor ze."),
    )

    def __init__(self, *args: Any, enquete: Enquete, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if enquete.is_anoniem:
            del self.fields["met_namen"]
