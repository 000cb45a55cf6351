"""The agenda as a list: by day, what is to come, as it was asked."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.keren.publishing import changed
from wijkteams.activiteiten.models import Activiteit, AgendaPage, Locatie
from wijkteams.models import Buurt, Thema

pytestmark = pytest.mark.django_db

HAVEN = "/havenkwartier/agenda/"


def shown(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    return re.findall(r'<h[34]>\s*<a href="[^"]+"\s*[^>]*>([^<]+)</a>', html)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def at(days: int, hour: int = 10) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour)


def test_hub_shows_all_wards_and_a_ward_only_itself(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Uit de haven")
    activiteit_page(sluis_agenda, "Uit de sluis")

    assert titles(shown(client, "/agenda/")) == ["Uit de haven", "Uit de sluis"]
    assert titles(shown(client, HAVEN)) == ["Uit de haven"]


def test_the_soonest_stands_first_under_its_day(client: Client, haven_agenda: AgendaPage) -> None:
    monday = next_monday()
    activiteit_page(haven_agenda, "Avond", start=monday.replace(hour=20))
    activiteit_page(haven_agenda, "Ochtend", start=monday.replace(hour=9))
    activiteit_page(haven_agenda, "Dinsdag", start=monday + timedelta(days=1))

    html = shown(client, HAVEN)

    assert titles(html) == ["Ochtend", "Avond", "Dinsdag"]
    assert html.count("agenda__day") == 2


def test_what_is_over_is_gone_and_a_draft_never_comes(
    client: Client, haven_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Gisteren", start=at(-1))
    activiteit_page(haven_agenda, "Concept", start=at(1), live=False)
    activiteit_page(haven_agenda, "Morgen", start=at(1))

    assert titles(shown(client, HAVEN)) == ["Morgen"]


def test_what_was_called_off_stays_and_says_so(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, "Koffie")
    activiteit = Activiteit.objects.of_page(page).get()
    activiteit.keren.update(cancelled_at=timezone.now())
    changed(activiteit)

    html = shown(client, HAVEN)

    assert "Gaat niet door" in html
    assert "agenda-item--off" in html


def test_a_full_one_says_so(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Zonder aanmelden")
    activiteit_page(haven_agenda, "Met plekken", inschrijving="beperkt", capacity=10)

    html = shown(client, HAVEN)

    assert "Gewoon binnenlopen" in html
    assert "Er zijn nog plekken" in html


@time_machine.travel("2026-12-02 11:00+01:00", tick=False)  # a Wednesday
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("vandaag", ["Nu"]),
        ("weekend", ["Zaterdag"]),
        ("week", ["Nu", "Zaterdag"]),
        ("", ["Nu", "Zaterdag", "Maandag"]),
        ("ooit", ["Nu", "Zaterdag", "Maandag"]),
    ],
)
def test_quick_choices(
    client: Client, haven_agenda: AgendaPage, asked: str, found: list[str]
) -> None:
    activiteit_page(haven_agenda, "Vanmorgen", start=datetime(2026, 12, 2, 9))
    activiteit_page(haven_agenda, "Nu", start=datetime(2026, 12, 2, 11))
    activiteit_page(haven_agenda, "Zaterdag", start=datetime(2026, 12, 5, 9))
    activiteit_page(haven_agenda, "Maandag", start=datetime(2026, 12, 7, 9))

    assert titles(shown(client, f"{HAVEN}?wanneer={asked}")) == found


@pytest.mark.parametrize(
    "asked",
    ["gratis=1", "drempels=1", "voor=kinderen", "taal=ar", "thema=groen", "buurt=loodsveld"],
)
def test_each_choice_leaves_out_what_does_not_fit(
    client: Client, haven_agenda: AgendaPage, asked: str
) -> None:
    place = Locatie.objects.create(name="De Brug", wheelchair=Locatie.Toegang.GOED)
    fits = activiteit_page(
        haven_agenda,
        "Past",
        is_free=True,
        locatie=place,
        kinderen="voor_kinderen",
        talen=["nl", "ar"],
    )
    fits.themas = [Thema.objects.create(name="Groen en blauw", slug="groen")]
    fits.buurten = [Buurt.objects.create(wijk=fits.wijk, name="Loodsveld", slug="loodsveld")]
    fits.save()
    activiteit_page(haven_agenda, "Past niet", is_free=False, kinderen="liever_niet")

    assert titles(shown(client, HAVEN)) == ["Past", "Past niet"]
    html = shown(client, f"{HAVEN}?{asked}")
    assert titles(html) == ["Past"]
    assert "Haal deze keuze weg" in html


def test_a_choice_is_taken_off_alone(client: Client, haven_agenda: AgendaPage) -> None:
    html = shown(client, f"{HAVEN}?gratis=1&voor=kinderen&wanneer=week")

    off = re.findall(r'chip--off"\s+href="([^"]+)"', html)
    assert off == ["?wanneer=week&amp;gratis=1", "?wanneer=week&amp;voor=kinderen"]


def test_on_the_hub_one_chooses_a_ward(
    client: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    activiteit_page(haven_agenda, "Uit de haven")
    activiteit_page(sluis_agenda, "Uit de sluis")

    assert titles(shown(client, "/agenda/?wijk=oude-sluis")) == ["Uit de sluis"]
    assert titles(shown(client, "/agenda/?wijk=Oude Sluis")) == ["Uit de sluis"]


@pytest.mark.parametrize(
    "asked",
    [
        "wanneer=\x00&dag=2026-99-99&maand=2026-13&na=x",
        "maand=0000-01",
        "maand=9999-12",
        "dag=9999-12-31",
        "dag=2026-W01-1&kaart=2",
        "wijk='; DROP&buurt=%00&thema=" + "9" * 400,
        "taal=klingon&voor=niemand&gratis=ja",
        "na=9999999999999999-1",
        "maand=２０２６-１２",
    ],
)
def test_what_has_no_sense_is_left_out_without_an_error(
    client: Client, haven_agenda: AgendaPage, asked: str
) -> None:
    activiteit_page(haven_agenda, "Koffie")

    assert titles(shown(client, f"{HAVEN}?{asked}")) == ["Koffie"]
    assert titles(shown(client, f"/agenda/?{asked}")) == ["Koffie"]


def test_by_going_on_one_finds_each_once(client: Client, haven_agenda: AgendaPage) -> None:
    for number in range(55):
        activiteit_page(haven_agenda, f"Nummer {number:02}", start=at(1 + number // 20))

    seen: list[str] = []
    url = HAVEN
    while url:
        html = shown(client, url)
        seen += titles(html)
        more = re.search(r'rel="next"\s+href="([^"]+)"', html)
        url = HAVEN + more[1].replace("&amp;", "&") if more else ""

    assert seen == [f"Nummer {number:02}" for number in range(55)]


def test_an_empty_agenda_asks_for_ideas(client: Client, haven_agenda: AgendaPage) -> None:
    html = shown(client, f"{HAVEN}?dag={at(20).date()}")

    assert "Nog niets op" in html
    assert "Bedenk een activiteit" in html


def test_a_choice_without_result_leads_to_all(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Koffie", is_free=False)

    html = shown(client, f"{HAVEN}?gratis=1&wanneer=week")

    assert "Niets gevonden" in html
    assert 'href="?wanneer=week"' in html


def test_a_past_day_shows_what_was(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Toen", start=at(-40))

    assert titles(shown(client, f"{HAVEN}?dag={at(-40).date()}")) == ["Toen"]


def test_what_goes_on_for_days_stands_under_today(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Tentoonstelling", start=at(-3), hours=24 * 10)

    html = shown(client, HAVEN)

    assert titles(html) == ["Tentoonstelling"]
    assert "Tot en met" in html
    assert "Nu bezig" in html


def test_a_series_leads_to_each_time_and_what_is_once_to_its_page(
    client: Client, haven_agenda: AgendaPage
) -> None:
    once = activiteit_page(haven_agenda, "Eenmalig", start=at(1))
    series = activiteit_page(haven_agenda, "Wekelijks", rule=weekly(count=3))
    first = Activiteit.objects.of_page(series).get().keren.upcoming()[0]

    html = shown(client, HAVEN)

    assert f'href="{once.get_url()}"' in html
    assert f'href="{series.get_url()}{first.slug}/"' in html
    assert titles(html).count("Wekelijks") == 3
