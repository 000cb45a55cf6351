"""What the team and a partner fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import FreeTextField, LineField
from wijkteams.models import Organisatie
from wijkteams.organisaties.choosing import working_in
from wijkteams.signalen.models import Doorzending, Signaal, Staat
from wijkteams.signalen.partners.koppeling.asking import has_system
from wijkteams.signalen.partners.services import MAY_SAY
from wijkteams.signalen.staten import MOVES


class DoorzetForm(forms.Form):
    """To whom, how, and what we write."""

    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label=gettext_lazy("Aan wie?"),
        empty_label=gettext_lazy("Kies een organisatie"),
    )
    weg = forms.ChoiceField(
        label=gettext_lazy("Hoe?"),
        widget=forms.RadioSelect,
        choices=[
            (Doorzending.Weg.MAIL, gettext_lazy("Per e-mail, met een link om te antwoorden")),
            (Doorzending.Weg.ZELF, gettext_lazy("Ik heb het zelf al doorgegeven")),
        ],
    )
    bericht = FreeTextField(
        label=gettext_lazy("Wat wil je erbij schrijven?"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Bijvoorbeeld: Kunnen jullie deze week komen kijken?"),
    )
    extern_nummer = LineField(
        label=gettext_lazy("Nummer bij de partner"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Als je dat kreeg. Bijvoorbeeld: MOR-2026-1234."),
    )
    openbare_zin = FreeTextField(
        label=gettext_lazy("Wat iedereen mag lezen"),
        rows=2,
        max_length=600,
        help_text=gettext_lazy("Schrijf zonder namen van mensen."),
    )
    met_contact: Any = forms.BooleanField(
        label=gettext_lazy("Geef naam en nummer van de bewoner mee: die vindt dat goed"),
        required=False,
    )
    mag = forms.BooleanField(
        label=gettext_lazy("De bewoner vindt het goed dat we dit doorgeven"),
        error_messages={
            "required": gettext_lazy("Vraag dit eerst aan wie het vertelde: het is vertrouwelijk.")
        },
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, signaal: Signaal, may_contact: bool) -> None:
        said = _("Wij hebben dit doorgegeven. Wij wachten op antwoord.")
        initial = {"weg": Doorzending.Weg.MAIL, "openbare_zin": said, "seen": signaal.stap}
        super().__init__(data, initial=initial)
        choices: Any = self.fields["organisatie"]
        choices.queryset = working_in(signaal.wijk_id)
        weg: Any = self.fields["weg"]
        if not signaal.is_vertrouwelijk and has_system(choices.queryset):
            weg.choices = [*weg.choices, (Doorzending.Weg.OPEN311, Doorzending.Weg.OPEN311.label)]
        if not may_contact:
            del self.fields["met_contact"]
        if not signaal.is_vertrouwelijk:
            del self.fields["mag"]

    @property
    def letter(self) -> dict[str, Any]:
        """The fields of a `Doorzending`."""
        apart = {"mag", "openbare_zin", "seen"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class AntwoordForm(forms.Form):
    """What a partner answers, without an account."""

    antwoord = FreeTextField(
        label=gettext_lazy("Uw antwoord"),
        max_length=2000,
        help_text=gettext_lazy("Het wijkteam leest dit eerst. Schrijf geen namen van bewoners op."),
    )
    staat = forms.ChoiceField(label=gettext_lazy("Hoe staat het ervoor?"), widget=forms.RadioSelect)
    extern_nummer = LineField(
        label=gettext_lazy("Uw eigen nummer (als u dat hebt)"), required=False, max_length=80
    )
    door = LineField(label=gettext_lazy("Uw naam en functie"), max_length=120)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        field: Any = self.fields["staat"]
        field.choices = [
            (Staat.OPGEPAKT, _("Wij pakken dit op")),
            (Staat.OPGELOST, _("Het is opgelost")),
            (Staat.GEEN_ACTIE, _("Wij kunnen hier niets aan doen")),
            ("weet_niet", _("Dat weten wij nog niet")),
        ]

    def clean_staat(self) -> str:
        staat: str = self.cleaned_data["staat"]
        return staat if staat in MAY_SAY else ""


class NakijkForm(forms.Form):
    """What becomes of the answer."""

    naar = forms.ChoiceField(label=gettext_lazy("Wat is het nu?"), widget=forms.RadioSelect)
    openbare_zin = FreeTextField(
        label=gettext_lazy("Wat iedereen mag lezen"),
        rows=4,
        max_length=600,
        help_text=gettext_lazy("Maak het antwoord kort en gewoon, en haal namen weg."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, doorzending: Doorzending) -> None:
        signaal = doorzending.signaal.samengevoegd_in or doorzending.signaal
        said = doorzending.antwoord_staat
        moves = MOVES[signaal.staat]
        initial = {
            "naar": said if said in moves else signaal.staat,
            "openbare_zin": doorzending.antwoord[:600],
            "seen": signaal.stap,
        }
        super().__init__(data, initial=initial)
        stays = _("Blijft ‘%(staat)s’") % {"staat": signaal.get_staat_display()}
        field: Any = self.fields["naar"]
        field.choices = [(signaal.staat, stays), *((one, Staat(one).label) for one in moves)]
