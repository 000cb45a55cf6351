"""The agenda as RSS."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.models import AgendaPage

URL = "/havenkwartier/agenda/rss.xml"


def items(client: Client, url: str = URL) -> list[ElementTree.Element]:
    response = client.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).findall("channel/item")


def test_an_activity_stands_in_it_once_with_its_next_time(
    client: Client, haven_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Koffie", rule=weekly(), summary="Kom <b>erbij</b>.")

    [item] = items(client)

    day = next_monday().date().isoformat()
    assert item.findtext("link", "").endswith(f"/havenkwartier/agenda/koffie/{day}/")
    assert item.findtext("title", "").endswith(": Koffie")
    assert "om 10.00 uur" in item.findtext("description", "")
    assert "&lt;b&gt;" in item.findtext("description", "")


def test_what_came_last_stands_first_and_what_is_over_is_out(
    client: Client, haven_agenda: AgendaPage
) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=60)):
        activiteit_page(haven_agenda, "Voorbij")
        old = activiteit_page(haven_agenda, "Oud", start=next_monday() + timedelta(days=100))
        old.save_revision().publish()
    activiteit_page(haven_agenda, "Nieuw").save_revision().publish()

    assert [item.findtext("title", "").split(": ")[1] for item in items(client)] == ["Nieuw", "Oud"]


def test_hub_tells_of_all_wards_and_says_which(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Koffie")
    activiteit_page(sluis_agenda, "Soep")

    hub = {item.findtext("title", "").split(": ")[0] for item in items(client, "/agenda/rss.xml")}

    assert hub == {"Havenkwartier", "Oude Sluis"}


def test_news_keeps_its_own(
    client: Client, haven_agenda: AgendaPage, haven_news: NieuwsIndexPage
) -> None:
    activiteit_page(haven_agenda, "Koffie")
    news(haven_news, "Bus")

    assert [item.findtext("title") for item in items(client, "/havenkwartier/rss.xml")] == ["Bus"]
    assert len(items(client)) == 1


def test_queries_do_not_grow(client: Client, haven_agenda: AgendaPage) -> None:
    counts = []
    for _round in range(2):
        for _n in range(5):
            activiteit_page(haven_agenda)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(URL)
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[0] <= 8
