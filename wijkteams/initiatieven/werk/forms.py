"""What the team fills in to answer an idea."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from core.forms import FreeTextField, LineField
from wijkteams.initiatieven.models import Initiatief, InitiatiefAanvraag, Staat
from wijkteams.initiatieven.werk import making
from wijkteams.initiatieven.werk.services import Wanted
from wijkteams.models.photo_rights import Consent
from wijkteams.moderatie.models import Reden

FIRST_STATES = (Staat.IN_GESPREK, Staat.IDEE, Staat.ZOEKT_HULP, Staat.VOORBEREIDING, Staat.BEZIG)
PEOPLE = (Consent.NOBODY, Consent.EVERYBODY, Consent.PARENTS, Consent.UNSURE)


class SeenForm(forms.Form):
    """A form about an idea as it was read: who is second hears of it, and keeps what was typed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, aanvraag: InitiatiefAanvraag, **kwargs: Any) -> None:
        initial = {"seen": aanvraag.stap, **kwargs.pop("initial", {})}
        # Several stand on one screen: no two fields have the same id.
        auto_id = f"id_{type(self).__name__.lower()}_%s"
        super().__init__(data, initial=initial, auto_id=auto_id, **kwargs)
        self.aanvraag = aanvraag

    def look_again(self, aanvraag: InitiatiefAanvraag) -> None:
        """What was typed stays; the next try is one on what is there now."""
        sent: Any = self.data
        self.data = sent.copy()
        self.data["seen"] = str(aanvraag.stap)  # type: ignore[index]


class AanneemForm(SeenForm):
    """Filled in already: one click will do."""

    titel = LineField(label=_("Naam van het initiatief"), max_length=120)
    samenvatting = FreeTextField(
        label=_("In één of twee zinnen"),
        max_length=making.SUMMARY,
        rows=3,
        help_text=_("Zonder namen en telefoonnummers: iedereen leest dit."),
    )
    staat = forms.ChoiceField(
        label=_("Hoe ver is het?"), choices=[(one.value, one.label) for one in FIRST_STATES]
    )
    zin = LineField(label=_("Wat lezen bewoners bij het begin?"), max_length=making.SENTENCE)
    toon_plek = forms.BooleanField(
        label=_("Laat zien waar het is"),
        required=False,
        help_text=_("Zet dit uit als het iemands huis is."),
    )
    foto_alt = LineField(
        label=_("Wat is er op de foto te zien?"),
        required=False,
        max_length=160,
        help_text=_("Leeg: dan komt de foto niet op de site. Bijvoorbeeld: Een lege winkel."),
    )
    toestemming = forms.ChoiceField(
        label=_("Staan er mensen herkenbaar op?"),
        required=False,
        choices=[(one.value, one.label) for one in PEOPLE],
        initial=Consent.UNSURE,
        help_text=_("Weet je het nog niet? Dan komt de foto pas later op de site."),
    )

    def __init__(self, data: Any = None, *, aanvraag: InitiatiefAanvraag) -> None:
        initial = {
            "titel": aanvraag.titel,
            "samenvatting": making.shortened(aanvraag.idee),
            "staat": Staat.IN_GESPREK,
            "zin": making.first_sentence(),
            "toon_plek": True,
        }
        super().__init__(data, aanvraag=aanvraag, initial=initial)
        if not aanvraag.fotos.exists():
            del self.fields["foto_alt"], self.fields["toestemming"]
        if aanvraag.hele_wijk:
            del self.fields["toon_plek"]

    def wanted(self, *, als_concept: bool) -> Wanted:
        """How it comes on the site."""
        return Wanted(
            **{name: value for name, value in self.cleaned_data.items() if name != "seen"},
            als_concept=als_concept,
        )


class VraagForm(SeenForm):
    """A question to who sent it."""

    vraag = FreeTextField(
        label=_("Wat wil je weten?"),
        rows=3,
        max_length=1000,
        help_text=_("Bijvoorbeeld: Wie wil er met u meedoen? Zullen we een keer koffie drinken?"),
    )


class AfwijsForm(SeenForm):
    """No, and why: they read it, and may ask that another looks."""

    grond = forms.ChoiceField(
        label=_("Om welke huisregel gaat het?"), choices=Reden.choices, initial=Reden.ANDERS
    )
    reden = FreeTextField(
        label=_("Waarom niet?"),
        rows=4,
        max_length=1000,
        help_text=_(
            "De bewoner leest dit, en kan vragen of iemand anders er nog eens naar kijkt. "
            "Bijvoorbeeld: De gemeente bouwt hier volgend jaar. Een tuin kan hier niet."
        ),
    )


class MeedoenForm(SeenForm):
    """There is such an initiative already."""

    in_pk = forms.ModelChoiceField(
        label=_("Met welk initiatief doet de bewoner mee?"),
        queryset=Initiatief.objects.none(),
        empty_label=_("Kies een initiatief"),
    )
    zin = FreeTextField(
        label=_("Wat wil je erbij zeggen?"),
        required=False,
        rows=2,
        max_length=600,
        help_text=_("De bewoner leest dit. Bijvoorbeeld: Zij zoeken nog twee chauffeurs."),
    )

    def __init__(self, data: Any = None, *, aanvraag: InitiatiefAanvraag) -> None:
        super().__init__(data, aanvraag=aanvraag)
        offered: Any = self.fields["in_pk"]
        rows = Initiatief.objects.openbaar().lopend().filter(wijk=aanvraag.wijk_id)
        offered.queryset = rows.order_by("title", "pk")


class OppakForm(forms.Form):
    """Who takes it up."""

    aan = forms.ModelChoiceField(
        label=_("Wie pakt het op?"),
        required=False,
        queryset=get_user_model().objects.none(),
        empty_label=_("Nog niemand"),
    )

    def __init__(self, data: Any = None, *, aanvraag: InitiatiefAanvraag) -> None:
        super().__init__(data, initial={"aan": aanvraag.toegewezen_aan_id})
        people: Any = self.fields["aan"]
        people.queryset = who_may_answer(aanvraag)


def who_may_answer(aanvraag: InitiatiefAanvraag) -> QuerySet[Any]:
    """The people of the team of its ward who may answer it."""
    policy: Any = policy_registry.get_by_type(InitiatiefAanvraag)
    people = policy.users_with_any_permission_for_instance(["change"], aanvraag)
    here = people.filter(lidmaatschappen__wijk=aanvraag.wijk_id) | people.filter(
        pk=aanvraag.toegewezen_aan_id
    )
    found: QuerySet[Any] = here.distinct()
    return found
