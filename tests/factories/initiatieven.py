"""The smallest valid things of initiatives."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from wijkteams.initiatieven.aanvragen.services import ANSWER_WITHIN, workdays
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.models import (
    HulpVraag,
    Initiatief,
    InitiatiefAanvraag,
    Initiatiefnemer,
    InitiatiefPage,
    InitiatievenIndexPage,
    Nodig,
)
from wijkteams.initiatieven.upgrade import INITIATIEVEN
from wijkteams.models import Wijk


def initiatief_page(wijk: Wijk, *, title: str = "Boodschappenbus", **fields: Any) -> InitiatiefPage:
    """A published initiative under the section of its ward, which is made when it is not there."""
    sections = InitiatievenIndexPage.objects.filter(wijk=wijk, locale__language_code="nl")
    if not sections.exists():
        INITIATIEVEN.add_where_missing()
    section = sections.get()
    page = InitiatiefPage(title=title, summary="Elke vrijdag samen naar de winkel.", **fields)
    section.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def initiatief(wijk: Wijk, *, title: str = "Boodschappenbus", **fields: Any) -> Initiatief:
    """The identity of such a page, with these fields."""
    page = initiatief_page(wijk, title=title)
    found = Initiatief.objects.get(translation_key=page.translation_key)
    for name, value in fields.items():
        setattr(found, name, value)
    found.save()
    return found


def idee(
    wijk: Wijk, *, email: str = "rie@voorbeeld.nl", confirmed: bool = True, **fields: Any
) -> InitiatiefAanvraag:
    """An idea that waits for an answer, with one initiator who said yes to their address."""
    made = {
        "titel": "Een bus naar de winkel",
        "idee": "Elke vrijdag rijden wij buren naar de supermarkt.",
        "waarom": "De winkel in de wijk gaat dicht.",
        "nodig": {"mensen": "acht chauffeurs", "geld": "400 euro voor benzine"},
        "antwoord_voor": workdays(timezone.localdate(), ANSWER_WITHIN),
    }
    aanvraag = InitiatiefAanvraag.objects.create(wijk=wijk, **made | fields)
    Initiatiefnemer.objects.create(
        aanvraag=aanvraag,
        name="Rie de Boer",
        email=email,
        phone="06 12345678",
        bevestigd_op=timezone.now() if confirmed else None,
    )
    return aanvraag


def initiator(initiatief: Initiatief, **fields: Any) -> Initiatiefnemer:
    """Who wants it, with an address that said yes."""
    made = {"name": "Rie de Boer", "email": "rie@voorbeeld.nl", "bevestigd_op": timezone.now()}
    return Initiatiefnemer.objects.create(initiatief=initiatief, **made | fields)


def need(initiatief: Initiatief, **fields: Any) -> HulpVraag:
    """Eight drivers."""
    made: dict[str, Any] = {"soort": Nodig.MENSEN, "titel": "Chauffeurs", "aantal": 8}
    return asking.ask(initiatief.pk, made | fields)
