from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from django.core import mail

from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.aanmelden.applicant import Applicant, SignedUp
from wijkteams.activiteiten.aanmelden.services import sign_up
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Keer

Mail: TypeAlias = "dict[str, str]"


@pytest.fixture
def page(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Four places, at most four together, with a waiting list: next Monday from 10 to 12."""
    return activiteit_page(
        haven_agenda,
        "Samen koken",
        inschrijving="beperkt",
        capacity=4,
        contact_phone="0500 12 34 07",
        place_note="Grote zaal",
    )


@pytest.fixture
def keer(page: ActiviteitPage) -> Keer:
    """Its one time."""
    return Keer.objects.select_related("activiteit").get(
        activiteit=Activiteit.objects.of_page(page).get()
    )


@pytest.fixture
def asks(keer: Keer) -> Callable[..., SignedUp]:
    """Somebody signs up on the site."""

    def ask(name: str, places: int = 1, **more: Any) -> SignedUp:
        address = f"{name.lower()}@bewoner.example"
        values = {
            "activiteit": keer.activiteit,
            "keer": keer,
            "who": Applicant(name=name, email=address, adults=places),
            "request_key": f"{name}-{more.pop('again', '')}",
            "language": "nl",
            **more,
        }
        return sign_up(**values)

    return ask


@pytest.fixture
def mails() -> Callable[[], list[Mail]]:
    """What was mailed, in that order."""

    def read() -> list[Mail]:
        return [
            {"to": one.to[0], "subject": one.subject, "text": str(one.body)} for one in mail.outbox
        ]

    return read
