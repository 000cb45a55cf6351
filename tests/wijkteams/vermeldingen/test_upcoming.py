"""What is to come: soonest first, with what goes on; by day; in any language; by marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from core.page_cache.answer import dependencies
from tests.factories import activiteit_page, weekly
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.models import Thema, Vermelding, Wijk
from wijkteams.vermeldingen import registry
from wijkteams.vermeldingen.querying import Choice, newest
from wijkteams.vermeldingen.rebuild import rebuild
from wijkteams.vermeldingen.registry import Details, register_kind
from wijkteams.vermeldingen.upcoming import between, count_per_day, upcoming

pytestmark = pytest.mark.django_db
CHOICE = Choice("activiteit")
DAY = date(2027, 5, 10)
"A Monday."


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2027, 5, day, hour)


@pytest.fixture
def dutch(hub: object) -> Locale:
    return Locale.get_default()


@pytest.fixture
def agenda(haven: Wijk, sluis: Wijk) -> None:
    """Five activities of two wards, by their begin; the first goes on for twelve days."""
    haven_agenda, sluis_agenda = (AgendaPage.objects.get(wijk=wijk) for wijk in (haven, sluis))
    activiteit_page(haven_agenda, "0", start=at(1), hours=24 * 12)
    activiteit_page(sluis_agenda, "1", start=at(9, 20), hours=6)  # until two at night
    activiteit_page(haven_agenda, "2", start=at(10))
    activiteit_page(sluis_agenda, "3", start=at(10, 14))
    activiteit_page(haven_agenda, "4", start=at(12), hours=3 * 24)


@pytest.fixture
def with_marks() -> Iterator[None]:
    """Activities that begin at ten are free."""
    was = registry.kind_named("activiteit")

    def free_at_ten(page: ActiviteitPage) -> Iterator[Details]:
        for details in was.as_vermelding(page):
            start = details.starts_at
            free = start is not None and start == attach(at(10))
            yield Details(
                starts_at=start,
                ends_at=details.ends_at,
                occurrence=details.occurrence,
                marks=frozenset({"gratis"} if free else {"toegankelijk"}),
            )

    names = ("gratis", *(f"kenmerk-{number}" for number in range(60)), "toegankelijk")
    register_kind(was.name, was.model, was.label, free_at_ten, marks=names)
    yield
    registry._KINDS[was.name] = registry._BY_MODEL[was.model] = was


def titles(locale: Locale, choice: Choice = CHOICE, start: date | datetime = DAY) -> str:
    return "".join(item.title for item in upcoming(locale, choice, start=start).items)


def test_soonest_first_with_what_has_not_ended(dutch: Locale, agenda: None) -> None:
    assert titles(dutch) == "01234"
    assert titles(dutch, start=attach(at(10, 11))) == "0234"
    assert titles(dutch, start=attach(at(10, 12))) == "034"  # it ends at twelve
    assert titles(dutch, start=attach(at(13, 10))) == "4"
    assert titles(dutch, start=date(2027, 5, 16)) == ""


def test_what_goes_on_for_days_can_be_left_out(dutch: Locale, agenda: None) -> None:
    found = upcoming(dutch, CHOICE, start=DAY, running=False).items

    assert [item.title for item in found] == ["1", "2", "3", "4"]


def test_item_tells_when_and_which_of_a_series(dutch: Locale, haven: Wijk) -> None:
    agenda = AgendaPage.objects.get(wijk=haven)
    activiteit_page(agenda, "Koffie", start=at(3), rule=weekly(count=3))

    first, second = upcoming(dutch, CHOICE, start=DAY).items

    assert (first.starts_at, first.ends_at) == (attach(at(10)), attach(at(10, 12)))
    assert (first.has_time, first.occurrence, first.date) == (True, "2027-05-10", DAY)
    assert second.url.endswith("/agenda/koffie/2027-05-17/")


@pytest.mark.parametrize("size", [1, 2, 3])
def test_parts_follow_each_other_without_a_gap(dutch: Locale, agenda: None, size: int) -> None:
    seen, marker = "", ""
    while True:
        part = upcoming(dutch, CHOICE, start=DAY, limit=size, after=marker)
        seen += "".join(item.title for item in part.items)
        if part.older is None:
            break
        marker = part.older

    assert seen == "01234"


@pytest.mark.parametrize("marker", ["x", "-1", "99999999999999999999-1", "5-99999999999999999999"])
def test_marker_without_sense_shows_the_first(dutch: Locale, agenda: None, marker: str) -> None:
    assert upcoming(dutch, CHOICE, start=DAY, limit=2, after=marker).items[0].title == "0"


def test_by_ward_and_theme(dutch: Locale, agenda: None, haven: Wijk, sluis: Wijk) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    for page in ActiviteitPage.objects.filter(title__in="03"):
        page.themas = [groen]
        page.save()

    assert titles(dutch, Choice("activiteit", wijk=haven)) == "024"
    assert titles(dutch, Choice("activiteit", wijk=sluis)) == "13"
    assert titles(dutch, Choice("activiteit", thema=groen.pk)) == "03"
    assert titles(dutch, Choice("activiteit", thema=groen.pk, wijk=sluis)) == "3"
    assert titles(dutch, Choice("activiteit", until=date(2027, 5, 11))) == "0123"
    shown = ActiviteitPage.objects.get(title="3").pk
    assert titles(dutch, Choice("activiteit", exclude=shown)) == "0124"


def test_by_marks(dutch: Locale, with_marks: None, agenda: None, sluis: Wijk) -> None:
    rebuild()

    def chosen(*marks: str, wijk: Wijk | None = None) -> str:
        return titles(dutch, Choice("activiteit", marks=frozenset(marks), wijk=wijk))

    assert chosen("gratis") == "2"
    assert chosen("toegankelijk") == "0134"
    assert chosen("toegankelijk", wijk=sluis) == "13"
    assert chosen("gratis", "toegankelijk") == ""
    assert chosen("bestaat-niet", "ook-niet") == ""
    unknown = Choice("activiteit", marks=frozenset({"bestaat-niet"}))
    assert count_per_day(dutch, unknown, DAY, DAY) == {}
    assert newest(dutch, unknown).items == []
    found = upcoming(dutch, CHOICE, start=DAY).items
    assert [set(item.marks) for item in found[1:3]] == [{"toegankelijk"}, {"gratis"}]


def test_days_of_a_week_and_how_much_there_is_on_each(dutch: Locale, agenda: None) -> None:
    def found(first: int, last: int) -> str:
        items = between(dutch, CHOICE, at(first).date(), at(last).date(), limit=9)
        return "".join(item.title for item in items)

    assert found(10, 10) == "023"  # what began the evening before is of that evening
    assert found(9, 9) == "01"
    assert found(14, 31) == "4"
    counts = count_per_day(dutch, CHOICE, at(9).date(), at(14).date())
    assert {day.day: number for day, number in counts.items()} == {
        9: 2, 10: 3, 11: 1, 12: 2, 13: 2, 14: 1,
    }  # fmt: skip


def test_translated_items_stand_in_their_place_between_the_dutch_ones(
    dutch: Locale, agenda: None
) -> None:
    english = Locale.objects.create(language_code="en")
    for title in "03":
        page = ActiviteitPage.objects.get(title=title)
        copy = page.copy_for_translation(english, copy_parents=True)
        copy.title = "ad"[title == "3"]
        copy.save_revision().publish()

    found = upcoming(english, CHOICE, start=DAY, limit=3)
    rest = upcoming(english, CHOICE, start=DAY, after=found.older or "")

    items = [*found.items, *rest.items]
    assert [(item.title, item.language) for item in items] == [
        ("a", ""), ("1", "nl"), ("2", "nl"), ("d", ""), ("4", "nl"),
    ]  # fmt: skip
    assert titles(dutch) == "01234"
    week = (at(9).date(), at(14).date())
    assert count_per_day(english, CHOICE, *week) == count_per_day(dutch, CHOICE, *week)
    Vermelding.objects.filter(locale=dutch).update(is_public=False)
    assert titles(english) == "ad"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_query_however_much_there_is(
    dutch: Locale, agenda: None, haven: Wijk, language: str
) -> None:
    locale = Locale.objects.get_or_create(language_code=language)[0]
    for choice in (CHOICE, Choice("activiteit", wijk=haven)):
        for limit in (1, 50):
            with CaptureQueriesContext(connection) as captured:
                upcoming(locale, choice, start=DAY, limit=limit)
                between(locale, choice, DAY, DAY + timedelta(30), limit=limit)
                count_per_day(locale, choice, DAY, DAY + timedelta(30))
            assert len(captured) == 3


def test_kept_page_from_a_moment_is_right_until_the_first_end(
    dutch: Locale, agenda: None, haven: Wijk
) -> None:
    ward = Choice("activiteit", wijk=haven)
    with time_machine.travel(attach(at(10, 9)), tick=False):
        with dependencies() as from_moment:
            upcoming(dutch, ward, start=attach(at(10, 9)))
        with dependencies() as from_day:
            upcoming(dutch, CHOICE, start=DAY)

        assert from_moment.until == attach(at(10, 12)).timestamp()
        assert from_day.until == attach(at(11, 0)).timestamp()
    assert from_moment.keys == {f"vermeldingen:activiteit:{haven.pk}"}
    assert from_day.keys == {"vermeldingen:activiteit:stad"}


@pytest.mark.parametrize("by", ["", "wijk", "thema"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_database_reads_what_is_to_come_from_indexes(
    dutch: Locale, agenda: None, haven: Wijk, by: str, language: str
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL reads a table of a few rows whole.")
    locale = Locale.objects.get_or_create(language_code=language)[0]
    about = {"": {}, "wijk": {"wijk": haven}, "thema": {"thema": 1}}[by]
    choice = Choice("activiteit", marks=frozenset({"gratis"}), **about)  # type: ignore[arg-type]
    with CaptureQueriesContext(connection) as captured:
        upcoming(locale, choice, start=DAY, after="1777777777-99")
        count_per_day(locale, choice, DAY, DAY + timedelta(30))

    for query in captured.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plan = [row[-1] for row in cursor.fetchall()]
        assert not [step for step in plan if step.startswith("SCAN wijkteams")], plan
        begins = {"": "newest", "wijk": "of_wijk", "thema": "of_thema"}[by]
        goes_on = f"running_{by}" if by else "running"
        for name in (begins, goes_on):
            assert any(f"INDEX vermelding_{name} " in step for step in plan), plan
