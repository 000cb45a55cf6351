"""The cards, the list and the map of initiatives."""

from __future__ import annotations

import csv
import json
from io import StringIO
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import (
    HulpVraag,
    Initiatief,
    InitiatiefPage,
    InitiatievenIndexPage,
    Staat,
)
from wijkteams.initiatieven.openbaar.choosing import on_the_site
from wijkteams.initiatieven.openbaar.files import feature_of
from wijkteams.maps.spots import Point, gathered
from wijkteams.models import Thema, Wijk

HAVEN = "/havenkwartier/initiatieven/"
CITY = "/initiatieven/"


def read(client: Client, url: str = HAVEN) -> str:
    response = client.get(url)
    assert response.status_code == 200
    if response.streaming:
        return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    return response.content.decode()


def names(text: str) -> set[str]:
    return {name for name in ("Bus", "Tuin", "Koor", "Kluis") if f">{name}</a>" in text}


@pytest.fixture
def three(haven: Wijk, sluis: Wijk) -> dict[str, Initiatief]:
    """A bus that asks for help, a garden with a place, a choir of another ward."""
    bus = initiatief(haven, title="Bus", zoekt_hulp=True, staat=Staat.ZOEKT_HULP)
    tuin = initiatief(haven, title="Tuin", latitude=52.01, longitude=4.71, staat=Staat.KLAAR)
    return {"Bus": bus, "Tuin": tuin, "Koor": initiatief(sluis, title="Koor")}


def test_a_ward_shows_its_own_and_the_city_those_of_all(
    client: Client, three: dict[str, Initiatief]
) -> None:
    ward, city = read(client), read(client, CITY)
    assert names(ward) == {"Bus", "Tuin"}
    assert names(city) == {"Bus", "Tuin", "Koor"}
    assert "2 initiatieven" in ward
    assert "3 initiatieven" in city
    assert "(1 zoekt hulp)" in city


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?wijk=havenkwartier", {"Bus", "Tuin"}),
        ("?thema=groen-hier", {"Tuin"}),
        ("?staat=lopend", {"Bus", "Koor"}),
        ("?staat=klaar", {"Tuin"}),
        ("?hulp=ja", {"Bus"}),
        ("?hulp=ja&wijk=oude-sluis", set()),
        ("?q=tui", {"Tuin"}),
        ("?q=vrijdag+koor", {"Koor"}),
        ("?vak=52.009,4.709,52.011,4.711", {"Tuin"}),
        ("?vorm=lijst", {"Bus", "Tuin", "Koor"}),
        ("?staat=x&vak=1,2&bladzijde=-4&wijk=%00&hulp=nee&q=%00", {"Bus", "Tuin", "Koor"}),
    ],
)
def test_the_list_narrows_to_what_was_asked_and_leaves_nonsense(
    client: Client, three: dict[str, Initiatief], query: str, found: set[str]
) -> None:
    page = InitiatiefPage.objects.get(title="Tuin")
    page.themas = [Thema.objects.create(name="Groen hier", slug="groen-hier")]
    page.save_revision().publish()
    assert names(read(client, CITY + query)) == found


def test_nobody_sees_what_is_a_draft_closed_or_went_into_another(
    client: Client, three: dict[str, Initiatief]
) -> None:
    InitiatiefPage.objects.get(title="Bus").unpublish()
    Initiatief.objects.filter(pk=three["Tuin"].pk).update(samengevoegd_in=three["Bus"])
    section = InitiatievenIndexPage.objects.get(wijk__slug="oude-sluis")
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    for url in (CITY, f"{CITY}initiatieven.json", f"{CITY}rss.xml", f"{CITY}initiatieven.csv"):
        text = read(client, url)
        for name in three:
            assert f">{name}<" not in text
            assert f'"{name}"' not in text


def test_the_list_goes_on_on_the_next_page(client: Client, haven: Wijk) -> None:
    for number in range(19):
        initiatief(haven, title=f"Plan {number}.")
    first = read(client)
    assert "19 initiatieven" in first
    assert "Plan 0." not in first
    assert 'href="?bladzijde=2"' in first
    assert "Plan 0." in read(client, f"{HAVEN}?bladzijde=2")
    assert "19 initiatieven" in read(client, f"{HAVEN}?bladzijde=4000")


@pytest.mark.parametrize("query", ["", "?hulp=ja", "?q=plan&staat=lopend&wijk=havenkwartier"])
@pytest.mark.parametrize("base", [HAVEN, CITY])
def test_it_asks_as_much_for_many_as_for_one(
    client: Client, haven: Wijk, base: str, query: str
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            read(client, base + query)
        return len(asked)

    def add(number: int) -> None:
        row = initiatief(haven, title=f"Plan {number}", zoekt_hulp=True, latitude=52.01 + number)
        HulpVraag.objects.create(initiatief=row, soort="mensen", titel="Rijden", aantal=3)

    add(0)
    few = count()
    for number in range(1, 12):
        add(number)
    assert count() == few


def test_a_card_tells_how_many_hands_were_found(
    client: Client, three: dict[str, Initiatief]
) -> None:
    bus = three["Bus"]
    HulpVraag.objects.create(
        initiatief=bus, soort="mensen", titel="Rijden", aantal=8, elders_gevonden=3
    )
    HulpVraag.objects.create(initiatief=bus, soort="geld", titel="Benzine", aantal=400)
    assert "Zoekt hulp: 3 van 8 gevonden" in read(client)
    assert read(client).count('class="is-laid"') == 3


def test_who_chooses_in_the_filter_finds_a_button_below(
    client: Client, three: dict[str, Initiatief]
) -> None:
    more = read(client).partition("filter-bar__more")[2].partition("</details>")[0]
    assert "Toon initiatieven" in more.partition('name="hulp"')[2]


def test_a_card_says_once_that_it_asks_for_help(
    client: Client, three: dict[str, Initiatief]
) -> None:
    def said() -> int:
        cards = read(client).partition('<ul class="grid">')[2].partition("</ul>")[0]
        return cards.count("Zoekt hulp")

    assert said() == 1
    HulpVraag.objects.create(initiatief=three["Bus"], soort="mensen", titel="Rijden", aantal=8)
    assert said() == 1


def test_the_files_say_what_the_list_says_and_no_names(
    client: Client, three: dict[str, Initiatief]
) -> None:
    three["Bus"].initiatiefnemers.create(name="Ria Geheim", email="ria@voorbeeld.example")
    found = json.loads(read(client, f"{HAVEN}initiatieven.json?hulp=ja"))["initiatieven"]
    assert [(one["titel"], one["staat"], one["zoekt_hulp"]) for one in found] == [
        ("Bus", "zoekt_hulp", True)
    ]
    rows = list(csv.reader(StringIO(read(client, f"{HAVEN}initiatieven.csv"))))
    assert {"Bus", "Tuin"} <= {cell for row in rows for cell in row}
    feed = read(client, f"{CITY}rss.xml")
    assert "Oude Sluis: Koor" in feed
    for text in (feed, json.dumps(found), str(rows)):
        assert "Geheim" not in text
        assert "ria@" not in text


def test_the_map_gathers_what_lies_together_and_stays_small(client: Client, haven: Wijk) -> None:
    for number, latitude in enumerate((52.0, 52.0001, 52.09)):
        initiatief(haven, title=f"Plan {number}", latitude=latitude, longitude=4.7)
    Initiatief.objects.bulk_create(
        Initiatief(
            translation_key=UUID(int=number),
            wijk=haven,
            title="Nergens op de site",
            latitude=52.02,
            longitude=4.7,
        )
        for number in range(5)
    )
    features = json.loads(read(client, f"{CITY}initiatieven.geojson"))["features"]
    assert sorted(one["properties"]["aantal"] for one in features) == [1, 2]
    both = next(one for one in features if one["properties"]["aantal"] == 2)
    shown = read(client, both["properties"]["url"])
    assert "Plan 0<" in shown
    assert "Plan 1<" in shown
    assert "Plan 2<" not in shown


def test_the_map_of_many_is_less_than_60_kb() -> None:
    points = [
        Point(x, y, 52 + y / 1000, 4 + x / 1000, closed=False)
        for x in range(0, 300, 3)
        for y in range(0, 300, 3)
    ]
    spots = gathered(points)
    assert sum(spot.number for spot in spots) == 10_000
    assert len(json.dumps([feature_of(spot, CITY + "?vak=" + spot.vak) for spot in spots])) < 60_000


def test_a_step_drops_what_was_kept_and_changes_the_rows_of_lists(
    client: Client, haven: Wijk
) -> None:
    row = initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    assert page.vermeldingen.get().status == Staat.IDEE
    services.step(row.pk, Staat.BEZIG, "De bus rijdt.")
    assert page.vermeldingen.get().status == Staat.BEZIG
    assert "Bezig" in read(client)


def test_each_is_looked_up_by_its_key_and_not_among_all_of_its_kind() -> None:
    """With the kind as well SQLite took another index: a list of 10,000 took minutes."""
    assert "kind" not in str(on_the_site("bus").query)
