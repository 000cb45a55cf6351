"""What is filled in on the screen of one initiative."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.forms import LineField
from wijkteams.initiatieven.models import Initiatief, Partnerrol, Staat
from wijkteams.initiatieven.staten import MOVES
from wijkteams.models import Organisatie


class StapForm(forms.Form):
    """Another state, and the sentence that residents read with it (requirement I2)."""

    naar = forms.ChoiceField(label=_("Hoe ver is het nu?"), widget=forms.RadioSelect)
    zin = LineField(
        label=_("Wat gebeurde er, of waarom?"),
        max_length=300,
        help_text=_(
            "Iedereen leest dit, en wie het volgt krijgt het per mail. Schrijf zonder namen. "
            "Bijvoorbeeld: De eerste rit is vrijdag om 9 uur."
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initiatief: Initiatief) -> None:
        super().__init__(data, initial={"seen": initiatief.stap})
        choices: Any = self.fields["naar"]
        choices.choices = [(staat, Staat(staat).label) for staat in MOVES[initiatief.staat]]

    def look_again(self, initiatief: Initiatief) -> None:
        """What was typed stays; the next try is one on what is there now."""
        sent: Any = self.data
        self.data = sent.copy()
        self.data["seen"] = str(initiatief.stap)  # type: ignore[index]


class PlekForm(forms.Form):
    """Where it is, as all read it: never somebody's home."""

    plaats_tekst = LineField(
        label=_("Waar?"),
        required=False,
        max_length=120,
        help_text=_("Leeg: in de hele wijk. Bijvoorbeeld: Het plein bij de school."),
    )
    toon_plek = forms.BooleanField(
        label=_("Laat zien waar het is"),
        required=False,
        help_text=_("Zet dit uit als het iemands huis is."),
    )

    def __init__(self, data: Any = None, *, initiatief: Initiatief) -> None:
        first = {"plaats_tekst": initiatief.plaats_tekst, "toon_plek": True}
        super().__init__(data, initial=first)
        self.has_spot = initiatief.latitude is not None
        if not self.has_spot:
            del self.fields["toon_plek"]

    @property
    def told(self) -> dict[str, Any]:
        """What goes in the row; hidden is words and dot both, and a dot does not come back."""
        shown = self.cleaned_data.get("toon_plek", True)
        words = self.cleaned_data["plaats_tekst"] if shown else ""
        gone = {} if shown else {"latitude": None, "longitude": None}
        return {
            "plaats_tekst": words,
            "hele_wijk": not (words or (self.has_spot and shown)),
            **gone,
        }


class PartnerForm(forms.ModelForm[Partnerrol]):
    """A partner, and what they do."""

    organisatie = forms.ModelChoiceField(
        label=_("Welke partner?"),
        queryset=Organisatie.objects.none(),
        empty_label=_("Kies een partner"),
    )
    rol = LineField(
        label=_("Wat doet deze partner?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: betaalt de bus."),
    )

    class Meta:
        model = Partnerrol
        fields = ("organisatie", "rol")

    def __init__(self, data: Any = None, *, initiatief: Initiatief) -> None:
        super().__init__(data)
        self.initiatief = initiatief
        taken = initiatief.partners.values("organisatie")
        offered: Any = self.fields["organisatie"]
        here = Q(wijk=None) | Q(wijk=initiatief.wijk_id)
        offered.queryset = Organisatie.objects.filter(here).exclude(pk__in=taken).order_by("name")
