"""A closed survey opens again only when somebody says so: not by a form that was still open."""

from __future__ import annotations

import html
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.beheer.closing import close_now
from enquetes.models import Enquete, EnquetePage, Stand
from tests.enquetes.beheer.answers import save
from tests.enquetes.invullen.filling import dogs
from tests.factories import lid
from tests.factories.enquetes import question, step
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
SOON = (timezone.now() + timedelta(days=9)).strftime("%d-%m-%Y %H:%M")
ASKED = step(1, question("keuze", 1, "Ja", "Nee", verplicht=True))


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    """Closed by 'Sluit nu' a moment ago."""
    made = dogs(haven)
    assert close_now(made.pk, by=lid("an@sluisdam.example", Rol.REDACTEUR, haven))
    made.refresh_from_db()
    return made


def _page(enquete: Enquete) -> EnquetePage:
    return EnquetePage.objects.get(translation_key=enquete.translation_key)


def _publish(client: Client, enquete: Enquete, **fields: Any) -> Any:
    answer = save(client, _page(enquete), ASKED, publish=True, **fields)
    enquete.refresh_from_db()
    return answer


@pytest.mark.parametrize("closes_at", ["", SOON])
def test_a_form_from_before_the_closing_does_not_open_it(
    as_joris: Client, enquete: Enquete, closes_at: str
) -> None:
    answer = _publish(as_joris, enquete, closes_at=closes_at, title="Honden los")
    shown = html.unescape(answer.content.decode())
    assert "Deze enquête is intussen gesloten" in shown
    assert 'name="weer_openen"' in shown
    assert "Honden los" in shown
    assert enquete.stand() == Stand.GESLOTEN


def test_who_says_so_opens_it_and_is_not_asked_twice(as_joris: Client, enquete: Enquete) -> None:
    assert _publish(as_joris, enquete, closes_at=SOON, weer_openen="on").status_code == 302
    assert enquete.stand() == Stand.OPEN
    assert _publish(as_joris, enquete, closes_at=SOON).status_code == 302
    assert enquete.stand() == Stand.OPEN


def test_what_stays_closed_is_published_without_a_tick(as_joris: Client, enquete: Enquete) -> None:
    assert enquete.closes_at is not None
    closed = timezone.localtime(enquete.closes_at).strftime("%d-%m-%Y %H:%M")
    assert _publish(as_joris, enquete, closes_at=closed).status_code == 302
    assert enquete.stand() == Stand.GESLOTEN
