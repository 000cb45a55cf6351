"""Lists of rows: chosen by ward, theme, neighbourhood, place and day; part by part, by key."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from wijkteams.models import Buurt, Thema, Vermelding, Wijk
from wijkteams.vermeldingen.querying import Choice, newest, related
from wijkteams.vermeldingen.rebuild import rebuild

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 1)


@pytest.fixture
def dutch(hub: object) -> Locale:
    return Locale.get_default()


@pytest.fixture
def groen(db: None) -> Thema:
    return Thema.objects.create(name="Groen", slug="groen")


@pytest.fixture
def kade(haven: Wijk) -> Buurt:
    return Buurt.objects.create(wijk=haven, name="De Kade", slug="de-kade")


@pytest.fixture
def items(
    haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage, groen: Thema, kade: Buurt
) -> None:
    """Four items of two wards, the newest last."""
    for number, (index, about) in enumerate(
        [
            (haven_news, {"themas": [groen], "buurten": [kade]}),
            (haven_news, {}),
            (sluis_news, {"themas": [groen]}),
            (haven_news, {"buurten": [kade]}),
        ]
    ):
        news(index, f"Bericht {number}", date=DAY + datetime.timedelta(number), **about)


def titles(locale: Locale, choice: Choice, **options: object) -> str:
    """The numbers of the items, in the order of the list."""
    return "".join(item.title[-1] for item in newest(locale, choice, **options).items)  # type: ignore[arg-type]


def test_each_way_of_choosing(
    dutch: Locale, items: None, haven: Wijk, groen: Thema, kade: Buurt
) -> None:
    def chosen(**by: object) -> str:
        return titles(dutch, Choice("nieuws", **by))  # type: ignore[arg-type]

    assert chosen() == "3210"
    assert chosen(wijk=haven) == "310"
    assert chosen(thema=groen.pk) == "20"
    assert chosen(thema=groen.pk, wijk=haven) == "0"
    assert chosen(buurt=kade.pk) == "30"
    assert chosen(buurt=kade.pk, thema=groen.pk) == "0"
    assert chosen(since=DAY + datetime.timedelta(1), until=DAY + datetime.timedelta(3)) == "21"
    assert chosen(exclude=NieuwsPage.objects.get(title="Bericht 3").pk) == "210"
    assert titles(dutch, Choice("bestaat-niet")) == ""


def test_place_chooses_too(dutch: Locale, items: None, haven: Wijk) -> None:
    Vermelding.objects.filter(title__in=["Bericht 1", "Bericht 2"]).update(place="De Brug")

    assert titles(dutch, Choice("nieuws", place="De Brug")) == "21"
    assert titles(dutch, Choice("nieuws", place="De Brug", wijk=haven)) == "1"


@pytest.mark.parametrize("by", ["", "wijk", "thema", "buurt"])
def test_parts_follow_each_other_without_a_gap(
    dutch: Locale,
    haven: Wijk,
    haven_news: NieuwsIndexPage,
    groen: Thema,
    kade: Buurt,
    by: str,
) -> None:
    for number in range(9):  # three on each day
        day = DAY + datetime.timedelta(number // 3)
        news(haven_news, f"Bericht {number}", date=day, themas=[groen], buurten=[kade])
    choice = {
        "": Choice("nieuws"),
        "wijk": Choice("nieuws", wijk=haven),
        "thema": Choice("nieuws", thema=groen.pk),
        "buurt": Choice("nieuws", buurt=kade.pk),
    }[by]

    seen, marker = "", ""
    while True:
        part = newest(dutch, choice, limit=2, before=marker)
        seen += "".join(item.title[-1] for item in part.items)
        if part.older is None:
            break
        marker = part.older

    assert seen == "876543210"


def test_order_and_markers_survive_rebuilding(dutch: Locale, items: None) -> None:
    first = newest(dutch, Choice("nieuws"), limit=2)
    Vermelding.objects.filter(title="Bericht 0").update(title="?")

    rebuild()

    assert first.older is not None
    assert titles(dutch, Choice("nieuws"), before=first.older) == "10"


def test_list_is_one_query_however_long(dutch: Locale, items: None, haven: Wijk) -> None:
    for limit in (1, 50):
        with CaptureQueriesContext(connection) as captured:
            found = newest(dutch, Choice("nieuws", wijk=haven), limit=limit)
            assert [str(item.kind_label) + item.wijk_url + item.palette for item in found.items]
        assert len(captured) == 1


@pytest.mark.parametrize("by", ["stad", "wijk", "thema", "wijkthema", "buurt", "ouder"])
def test_database_reads_the_list_from_one_index(
    dutch: Locale, items: None, haven: Wijk, groen: Thema, kade: Buurt, by: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads a table of four rows whole; see tests/scale")
    choice, marker, index = {
        "stad": (Choice("nieuws"), "", "vermelding_newest"),
        "wijk": (Choice("nieuws", wijk=haven), "", "vermelding_of_wijk"),
        "thema": (Choice("nieuws", thema=groen.pk), "", "vermelding_of_thema"),
        "wijkthema": (Choice("nieuws", wijk=haven, thema=groen.pk), "", "vermelding_of_wijkthema"),
        "buurt": (Choice("nieuws", buurt=kade.pk), "", "vermelding_of_buurt"),
        "ouder": (Choice("nieuws"), "1777777777-99", "vermelding_newest"),
    }[by]
    with CaptureQueriesContext(connection) as captured:
        newest(dutch, choice, before=marker)

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {captured.captured_queries[0]['sql']}")
        plan = " / ".join(row[-1] for row in cursor.fetchall())

    assert index in plan
    assert "TEMP B-TREE" not in plan  # nothing is sorted
    assert "SCAN" not in plan  # no table is read whole


def test_read_also_begins_with_the_same_theme(
    dutch: Locale, items: None, haven: Wijk, groen: Thema
) -> None:
    choice = Choice("nieuws", wijk=haven)

    with_theme = related(dutch, choice, [groen.pk], limit=2)
    without = related(dutch, choice, [], limit=2)

    assert [item.title[-1] for item in with_theme] == ["0", "3"]
    assert [item.title[-1] for item in without] == ["3", "1"]


def test_translated_item_stands_once_and_private_translation_leaves_the_dutch_one(
    dutch: Locale, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.create(language_code="en")
    item = news(haven_news, "Bericht 1")
    copy = item.copy_for_translation(english, copy_parents=True)
    copy.title = "Message 2"
    copy.save_revision().publish()

    assert titles(english, Choice("nieuws")) == "2"
    assert titles(dutch, Choice("nieuws")) == "1"

    Vermelding.objects.filter(page=copy.pk).update(is_public=False)
    assert titles(english, Choice("nieuws")) == "1"
