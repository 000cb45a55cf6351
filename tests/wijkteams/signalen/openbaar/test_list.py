"""The list and the map of public signals."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.signalen import category, confidential, signal
from wijkteams.maps.spots import APART, Point, gathered
from wijkteams.models import Wijk, WijkPage
from wijkteams.signalen import services
from wijkteams.signalen.models import Openbaarheid, Signaal, Staat

HAVEN = "/havenkwartier/signalen/"


def read(client: Client, url: str = HAVEN) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_ward_shows_its_own_public_signals_and_the_city_those_of_all(
    client: Client, haven: Wijk, sluis: Wijk
) -> None:
    signal(haven, titel="Donker bij de school")
    signal(sluis, titel="Kuil in het fietspad")
    signal(haven, public=False, titel="Nog niet bekeken")
    confidential(haven)
    ward, city = read(client), read(client, "/signalen/")
    assert "Donker bij de school" in ward
    assert "Kuil in het fietspad" not in ward
    assert "Donker bij de school" in city
    assert "Kuil in het fietspad" in city
    for hidden in ("Nog niet bekeken", "buurvrouw"):
        assert hidden not in ward
        assert hidden not in city


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?categorie=verkeer", {"Kuil"}),
        ("?categorie=licht", {"Donker"}),
        ("?staat=open", {"Kuil", "Donker"}),
        ("?staat=opgelost", {"Bankje"}),
        ("?periode=maand", {"Kuil", "Donker", "Bankje"}),
        ("?q=lantaarn+kade", {"Kuil", "Donker", "Bankje"}),
        ("?q=kuil", {"Kuil"}),
        ("?vak=52.009,4.709,52.011,4.711", {"Kuil", "Bankje"}),
        ("?staat=onzin&vak=1,2&bladzijde=-4&periode=eeuw&buurt=%00", {"Kuil", "Donker", "Bankje"}),
    ],
)
def test_the_list_narrows_to_what_was_asked_and_leaves_nonsense(
    client: Client, haven: Wijk, query: str, found: set[str]
) -> None:
    signal(haven, titel="Kuil")
    signal(haven, titel="Donker", categorie=category("licht"), latitude=52.05)
    done = signal(haven, titel="Bankje", categorie=category("groen"))
    services.step(done.pk, Staat.OPGELOST, openbare_zin="Het bankje is gemaakt.")
    shown = read(client, HAVEN + query)
    assert {name for name in ("Kuil", "Donker", "Bankje") if f">{name}</a>" in shown} == found


def test_who_looks_for_an_address_finds_no_signal_by_its_house(client: Client, haven: Wijk) -> None:
    signal(haven, plaats_tekst="Kadeweg 12")
    assert "Kadeweg" in read(client, f"{HAVEN}?q=Kadeweg")
    assert "Hier is niets over gevonden" in read(client, f"{HAVEN}?q=Kadeweg+12")


def test_the_list_goes_on_on_the_next_page(client: Client, haven: Wijk) -> None:
    for number in range(21):
        signal(haven, titel=f"Signaal nummer {number}.")
    first = read(client)
    assert "21 signalen" in first
    assert "Signaal nummer 0." not in first
    assert 'href="?bladzijde=2"' in first
    assert "Signaal nummer 0." in read(client, f"{HAVEN}?bladzijde=2")


def test_it_asks_as_much_for_a_hundred_signals_as_for_twenty(client: Client, haven: Wijk) -> None:
    for _number in range(21):
        source = signal(haven)
    read(client)  # the figure of the year is counted once in some hours
    with CaptureQueriesContext(connection) as few:
        read(client)
    Signaal.objects.bulk_create(
        Signaal(
            wijk=haven,
            categorie=source.categorie,
            klasse=source.klasse,
            openbaarheid=Openbaarheid.OPENBAAR,
            titel=f"Signaal {number}",
            openbaar_latitude=52.01 + number / 10_000,
            openbaar_longitude=4.71,
        )
        for number in range(100)
    )
    with CaptureQueriesContext(connection) as many:
        shown = client.get(HAVEN).content
    assert len(many) == len(few)
    assert len(shown) <= 60_000


def test_spots_on_the_map_never_lie_on_one_another_and_lose_no_signal() -> None:
    points = [Point(n * 7 % 230, n * 13 % 230, 52.0, 4.7, closed=False) for n in range(200)]
    spots = gathered(points)
    assert sum(spot.number for spot in spots) == 200
    assert len(spots) > 1
    for number, one in enumerate(spots):
        for other in spots[number + 1 :]:
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= APART**2


def test_the_files_say_the_same_as_the_list(client: Client, haven: Wijk) -> None:
    signal(haven, titel="Kuil")
    signal(haven, titel="Bus", hele_wijk=True, latitude=None, longitude=None)
    signal(haven, titel="Donker", categorie=category("licht"))
    answer = client.get(f"{HAVEN}signalen.geojson?categorie=verkeer")
    features = json.loads(b"".join(answer.streaming_content))["features"]  # type: ignore[attr-defined]
    assert [one["properties"]["titel"] for one in features] == ["Kuil"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [4.71, 52.01]}
    table = b"".join(client.get(f"{HAVEN}signalen.csv?categorie=verkeer").streaming_content)  # type: ignore[attr-defined]
    lines = table.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert {line.split(",")[1] for line in lines[1:]} == {"Kuil", "Bus"}


def test_the_feed_has_a_new_item_for_a_new_state(client: Client, haven: Wijk) -> None:
    one = signal(haven, titel="Kuil")
    assert f"wijkplein:signaal:{one.code}:nieuw" in read(client, f"{HAVEN}rss.xml")
    services.step(one.pk, Staat.OPGEPAKT)
    assert f"wijkplein:signaal:{one.code}:opgepakt" in read(client, f"{HAVEN}rss.xml")


def test_front_pages_tell_what_goes_on(client: Client, haven: Wijk) -> None:
    signal(haven, titel="Kuil in het pad")
    for front in ("/", "/havenkwartier/"):
        shown = read(client, front)
        assert "Wat speelt er?" in shown
        assert "Kuil in het pad" in shown


def test_a_ward_that_is_not_public_has_no_public_signals(
    client: Client, haven: Wijk, sluis: Wijk
) -> None:
    signal(haven, titel="Kuil")
    WijkPage.objects.get(wijk=haven).unpublish()
    assert "Kuil" not in read(client, "/signalen/")
