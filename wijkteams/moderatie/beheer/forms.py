"""What a moderator fills in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import FreeTextField
from wijkteams.moderatie.models import Actie, Reden, Uitkomst

LEAST_SIGNS = 2
"A single letter would take half the text away, for good."
STATES = [("", gettext_lazy("Nog te doen")), ("klaar", gettext_lazy("Klaar"))]

TO_DO = [
    (Actie.BLIJFT.value, gettext_lazy("Laat het staan")),
    (Actie.AFGEDEKT.value, gettext_lazy("Haal een deel weg")),
    (Actie.WEG.value, gettext_lazy("Haal het van de site")),
]


class BesluitForm(forms.Form):
    """The decision with its statement of reasons: who reported it and who placed it read that."""

    actie = forms.ChoiceField(
        label=gettext_lazy("Wat doen we?"),
        choices=TO_DO,
        widget=forms.RadioSelect,
    )
    woorden = FreeTextField(
        label=gettext_lazy("Welke woorden moeten weg?"),
        required=False,
        rows=3,
        max_length=1000,
        help_text=gettext_lazy(
            "Alleen als je een deel weghaalt. Zet elk stuk op een eigen regel, precies zoals het "
            "er staat. Dit kun je niet terugdraaien."
        ),
    )
    grond = forms.ChoiceField(
        label=gettext_lazy("Om welke huisregel gaat het?"), choices=Reden.choices
    )
    feiten = FreeTextField(
        label=gettext_lazy("Wat is er aan de hand?"),
        rows=3,
        max_length=1000,
        help_text=gettext_lazy(
            "Beide kanten lezen dit. Schrijf geen namen op, en niet wie het meldde. "
            "Bijvoorbeeld: In de tekst stond de naam van een buur."
        ),
    )
    uitleg = FreeTextField(
        label=gettext_lazy("Waarom besluiten we dit?"),
        rows=3,
        max_length=2000,
        help_text=gettext_lazy("Bijvoorbeeld: Zonder die naam blijft duidelijk wat er speelt."),
    )

    def clean_woorden(self) -> list[str]:
        lines = (line.strip() for line in self.cleaned_data["woorden"].splitlines())
        found = [line for line in lines if line]
        for line in found:
            if len(line) < LEAST_SIGNS:
                text = _("‘%(word)s’ is te kort. Schrijf het hele woord op.")
                raise ValidationError(text % {"word": line})
        return found


class MeningForm(forms.Form):
    """A question to another moderator, or the answer."""

    tekst = FreeTextField(label=gettext_lazy("Wat denk je?"), rows=3, max_length=1000)

    def __init__(self, data: Any = None, *, asks: bool) -> None:
        super().__init__(data)
        if asks:
            self.fields["tekst"].label = _("Wat wil je aan een ander vragen?")


class HerzienForm(forms.Form):
    """Looking again."""

    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Wat vind je?"), choices=Uitkomst.choices, widget=forms.RadioSelect
    )
    antwoord = FreeTextField(
        label=gettext_lazy("Waarom?"),
        rows=4,
        max_length=2000,
        help_text=gettext_lazy("Wie het vroeg, leest dit. Schrijf geen namen op."),
    )
