"""How many questions pages ask the database: few, and as many with much to show as with little.

By a process that answered before: what all pages share (city, menus, wards) is remembered.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.page_cache import Remembered
from tests.counting import count_queries
from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.models import Activiteit, AgendaPage, Keer, Locatie
from wijkteams.models import Thema

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _remembering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember, also within the transaction of a test."""
    known: dict[int, dict[Any, Any]] = {}
    monkeypatch.setattr(Remembered, "_values", lambda self: known.setdefault(id(self), {}))


LIST, MONTH, ACTIVITY = 8, 10, 8
MONTH_ASKED = f"{next_monday():%Y-%m}"


def fill(agenda: AgendaPage, start: int, number: int) -> None:
    place = Locatie.objects.create(name=f"Zaal {start}", wijk=agenda.wijk)
    for n in range(start, start + number):
        activiteit_page(
            agenda,
            f"Activiteit {n}",
            start=next_monday() + timedelta(hours=n),
            locatie=place,
            inschrijving="beperkt",
            capacity=10,
        )


def asked(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    ("url", "most"),
    [
        ("/agenda/", LIST),
        ("/havenkwartier/agenda/", LIST),
        ("/havenkwartier/agenda/?wanneer=week&gratis=1", LIST),
        ("/agenda/?wijk=havenkwartier&gratis=1&thema=groen", LIST),
        (f"/agenda/?maand={MONTH_ASKED}", MONTH),
        (f"/havenkwartier/agenda/?maand={MONTH_ASKED}", MONTH),
        ("/havenkwartier/agenda/?kaart=1", MONTH),
        ("/agenda/?kaart=1", MONTH),
        ("/", 12),
        ("/havenkwartier/", 12),
        ("/zoeken/?q=activiteit", 8),
    ],
)
def test_lists_ask_little_whatever_there_is(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage, url: str, most: int
) -> None:
    Thema.objects.create(name="Groen", slug="groen")
    fill(haven_agenda, 0, 3)
    client.get("/havenkwartier/nieuws/")
    client.get("/nieuws/")
    client.get(url)
    few = count_queries(lambda: client.get(url))

    fill(haven_agenda, 3, 12)
    fill(sluis_agenda, 15, 12)
    many = count_queries(lambda: client.get(url))

    assert few == many
    assert many <= most


def test_an_activity_asks_little_however_often_it_is(
    client: Client, haven_agenda: AgendaPage
) -> None:
    fill(haven_agenda, 0, 6)
    page = activiteit_page(
        haven_agenda, "Eenmalig", inschrijving="beperkt", capacity=4, kinderen="mogen_mee"
    )
    series = activiteit_page(
        haven_agenda, "Reeks", rule=weekly(), inschrijving="beperkt", capacity=4
    )
    keer = Activiteit.objects.of_page(series).get().keren.upcoming()[2]
    one_time = f"{series.get_url()}{keer.slug}/"
    for url in (haven_agenda.get_url(), page.get_url(), one_time):
        client.get(url)

    once, often, one = (asked(client, url) for url in (page.get_url(), series.get_url(), one_time))

    assert Keer.objects.filter(activiteit__translation_key=series.translation_key).count() > 50
    assert max(once, often, one) <= ACTIVITY
