"""Rows of many pages and many times are made together; what showed them is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from core import page_cache
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import activiteit_page, news, weekly
from tests.wijkteams.vermeldingen.rows import assert_all_right
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Vermelding, Wijk
from wijkteams.vermeldingen import registry
from wijkteams.vermeldingen.events import refresh
from wijkteams.vermeldingen.rebuild import rebuild
from wijkteams.vermeldingen.registry import Details, register_kind

pytestmark = pytest.mark.django_db
Register = Callable[..., None]


@pytest.fixture
def news_as(db: None) -> Iterator[Register]:
    """Let news be listed in another way for a while."""
    was = registry.kind_named("nieuws")

    def register(as_vermelding: Any, **more: Any) -> None:
        register_kind(was.name, was.model, was.label, as_vermelding, **more)

    yield register
    registry._KINDS[was.name] = registry._BY_MODEL[was.model] = was


@pytest.fixture
def dropped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(page_cache, "drop", lambda *keys: found.extend(keys))
    return found


def test_lists_of_wards_that_it_is_no_longer_for_are_dropped(
    haven: Wijk, sluis: Wijk, haven_news: NieuwsIndexPage, news_as: Register, dropped: list[str]
) -> None:
    also_for: list[int] = [sluis.pk]
    news_as(lambda page: [Details(wijk_ids=tuple(also_for))])
    item = news(haven_news, "Bus")
    list_of_sluis = f"vermeldingen:nieuws:{sluis.pk}"
    assert list_of_sluis in dropped

    dropped.clear()
    also_for.clear()
    refresh([item.pk])
    assert list_of_sluis in dropped

    also_for.append(sluis.pk)
    refresh([item.pk])
    dropped.clear()
    item.unpublish()
    assert list_of_sluis in dropped


def test_what_a_kind_needs_is_read_once_for_many_pages(
    haven_news: NieuwsIndexPage, news_as: Register
) -> None:
    batches: list[int] = []
    pages = [news(haven_news, f"Bus {number}") for number in range(5)]
    news(haven_news, "Concept", live=False)

    def as_vermelding(page: NieuwsPage) -> Iterable[Details]:
        return [Details(place=page.read_along)]

    def prepare(found: list[Any]) -> None:
        batches.append(len(found))
        for page in found:
            page.read_along = page.title

    news_as(as_vermelding, prepare=prepare)
    rebuild(None, dry_run=True)
    refresh([page.pk for page in pages])

    assert batches == [5, 5]
    assert Vermelding.objects.get(page=pages[1].pk).place == "Bus 1"


def test_marks_that_were_not_registered_are_a_fault_of_the_program(
    haven_news: NieuwsIndexPage, news_as: Register
) -> None:
    news_as(lambda page: [Details(marks=frozenset({"gratis"}))], marks=("duur",))
    with pytest.raises(ValueError, match="tuple"):
        news(haven_news, "Bus")
    with pytest.raises(ValueError, match="more marks"):
        news_as(lambda page: [], marks=tuple(str(number) for number in range(63)))


def cost(change: Callable[[], object]) -> int:
    """How many statements touch listing rows."""
    with CaptureQueriesContext(connection) as captured:
        change()
    return len([query for query in captured if "wijkteams_vermelding" in query["sql"]])


def test_title_of_a_long_series_costs_no_more_statements_than_of_a_short_one(haven: Wijk) -> None:
    agenda = AgendaPage.objects.get(wijk=haven)
    start = datetime(2027, 5, 10, 10)
    short = activiteit_page(agenda, "Kort", start=start, rule=weekly(count=3))
    long = activiteit_page(agenda, "Lang", start=start, rule=weekly(count=20))

    def rename(page: Page) -> Callable[[], object]:
        page.title += "er"
        return page.save

    def move(page: Any) -> Callable[[], object]:
        Vermelding.objects.filter(page=page.pk).update(starts_at=None)
        return lambda: refresh([page.pk])

    assert cost(rename(long)) <= cost(rename(short))
    assert cost(move(long)) <= cost(move(short))
    assert Vermelding.objects.filter(title="Langer").count() == 21  # and the page itself
    assert_all_right()


def test_page_of_a_series_has_a_row_that_no_list_shows(haven: Wijk) -> None:
    agenda = AgendaPage.objects.get(wijk=haven)
    page = activiteit_page(agenda, "Koffie", rule=weekly(count=3))

    own = Vermelding.objects.get(page=page.pk, occurrence="")

    assert (own.kind, own.url, own.starts_at) == ("reeks", page.get_url(), None)
    assert Vermelding.objects.filter(page=page.pk, kind="activiteit").count() == 3
    page.slug = "thee"
    page.save()
    assert set(Vermelding.objects.filter(page=page.pk, url__contains="/thee/")) == set(
        Vermelding.objects.filter(page=page.pk)
    )
    assert_all_right()
