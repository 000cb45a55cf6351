from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import User
from tests.factories import lid
from tests.factories.activiteiten import activiteit
from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import Applicant
from wijkteams.activiteiten.models import Aanmelding, AgendaPage, Keer
from wijkteams.models import Wijk
from wijkteams.roles import Rol

Enter = Callable[..., Aanmelding]


@pytest.fixture
def keer(haven_agenda: AgendaPage) -> Keer:
    """Cooking together in Havenkwartier: six places, of which the team keeps two."""
    found = activiteit(
        haven_agenda, "Samen koken", inschrijving="beperkt", capacity=6, reserved=2, max_group=4
    )
    return Keer.objects.select_related("activiteit").get(activiteit=found)


@pytest.fixture
def pim(haven: Wijk) -> User:
    """Types in what comes on paper (invoerder papier) in Havenkwartier."""
    return lid("pim@sluisdam.example", Rol.INVOERDER_PAPIER, haven)


def sign_up(keer: Keer | None, name: str, adults: int = 1, **more: Any) -> Aanmelding:
    """Somebody signs up on the site, and (unless told otherwise) confirms."""
    assert keer is not None
    confirmed = more.pop("confirmed", True)
    who = Applicant(
        name=name, email=more.pop("email", f"{name.lower()}@b.example"), adults=adults, **more
    )
    done = services.sign_up(
        activiteit=keer.activiteit, keer=keer, who=who, request_key=name, language="nl"
    )
    if confirmed and done.has_place:
        services.confirm(done.aanmelding.pk)
    done.aanmelding.refresh_from_db()
    return done.aanmelding


def url(keer: Keer, end: str = "") -> str:
    """The address of a screen of the list of one time."""
    return f"/beheer/deelnemers/keer/{keer.pk}/{end}"


def typed(**changes: Any) -> dict[str, Any]:
    """What the team types in for somebody who phones."""
    return {
        "name": "Mevrouw De Wit",
        "phone": "06 12 34 56 78",
        "email": "",
        "adults": "1",
        "children": "",
        "age_group": "",
        "bron": "telefoon",
        "request_key": "sleutel",
        **changes,
    }
