"""What the team types in about a subscriber."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import NameField
from core.mail.addresses import clean
from nieuws.abonnees.access import ADD, own_lists
from nieuws.models import Kanaal

BY_TEAM = [
    (way.value, way.label)
    for way in (Kanaal.TELEFOON, Kanaal.PAPIER, Kanaal.DEUR, Kanaal.SPREEKUUR, Kanaal.MAIL)
]
"The ways by which people ask a team for something (PL6)."
WRONG_CHOICES = ("required", "invalid_choice", "invalid_pk_value")
MOST_TICKS = 12
"More lists than this do not stand as boxes to tick."


class NameInput(NameField):
    """A name is never needed."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Naam"),
            max_length=100,
            required=False,
            help_text=_("Mag leeg blijven. Bijvoorbeeld: mevrouw De Wit."),
            widget=forms.TextInput({"autocomplete": "off"}),
        )


class AbonneeForm(forms.Form):
    """Somebody who asked for the newsletter, by telephone, on paper, at the door."""

    email = forms.CharField(
        label=_("E-mailadres"),
        max_length=320,
        help_text=_("Lees het adres hardop terug. Bijvoorbeeld: j.dewit@voorbeeld.nl."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    name = NameInput()
    bron = forms.ChoiceField(
        label=_("Hoe vroeg deze persoon erom?"),
        choices=BY_TEAM,
        initial=Kanaal.TELEFOON,
        widget=forms.RadioSelect,
        help_text=_("Dat schrijven we op als bewijs. Bijvoorbeeld: Telefoon."),
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        max_length=200,
        required=False,
        help_text=_("Mag leeg blijven. Bijvoorbeeld: formulier van de buurtmarkt, 12 mei."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lists = list(own_lists(user, ADD)[: MOST_TICKS + 1])
        self.fields["lijsten"] = self._lists_field(user)
        self.order_fields(["lijsten", "email", "name", "bron", "toelichting"])

    def _lists_field(self, user: Any) -> Any:
        choose = _("Kies een lijst.")
        few = len(self.lists) <= MOST_TICKS
        first = [one.pk for one in self.lists if one.thema_id is None]
        return forms.ModelMultipleChoiceField(
            label=_("Voor welke lijst?"),
            queryset=own_lists(user, ADD),
            initial=first if few and len(first) == 1 else None,
            widget=forms.CheckboxSelectMultiple if few else forms.SelectMultiple({"size": 10}),
            help_text=_("Bijvoorbeeld: de nieuwsbrief van jullie wijk."),
            error_messages=dict.fromkeys(WRONG_CHOICES, choose),
        )

    def clean_email(self) -> str:
        return clean(str(self.cleaned_data["email"]))

    def clean_name(self) -> str:
        return no_address(str(self.cleaned_data["name"]))


class NaamForm(forms.Form):
    """Putting a name right."""

    name = NameInput()

    def clean_name(self) -> str:
        return no_address(str(self.cleaned_data["name"]))


class AfmeldForm(forms.Form):
    """Taking somebody off a list because they asked."""

    bron = forms.ChoiceField(
        label=_("Hoe vroeg deze persoon erom?"),
        choices=BY_TEAM,
        initial=Kanaal.TELEFOON,
        help_text=_("Bijvoorbeeld: Telefoon."),
    )


def no_address(name: str) -> str:
    """An address is no name: names are seen by more people."""
    if "@" in name:
        raise ValidationError(_("Dit is een e-mailadres. Vul hier een naam in, of niets."))
    return name
