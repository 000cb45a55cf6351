"""A branch that goes to another ward: small ones at once, large ones without anybody waiting."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from core.search import renewal
from core.search.entries import VERSION
from core.search.terms import mark
from core.tree import branch
from nieuws.models import NieuwsIndexPage
from nieuws.years import year_page
from tests.factories import news
from tests.wijkteams.vermeldingen.rows import assert_all_right, close, the_row
from wijkteams.models import Vermelding, Wijk
from wijkteams.vermeldingen import moving, tasks

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 5, 1)


@pytest.fixture
def year(haven_news: NieuwsIndexPage) -> Page:
    """A branch with three items."""
    for number in range(3):
        news(haven_news, f"Bus {number}", date=DAY)
    return Page.objects.get(pk=year_page(haven_news, DAY.year).pk)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What was put in the queue; it is not done yet."""
    found: list[tuple[Any, ...]] = []

    class Queue:
        @staticmethod
        def enqueue(*args: Any) -> None:
            found.append(args)

    monkeypatch.setattr(tasks, "look_at_branch", Queue)
    monkeypatch.setattr(moving, "MOST_AT_ONCE", 2)
    return found


def test_large_branch_has_its_addresses_at_once_and_the_rest_later(
    sluis: Wijk, sluis_news: NieuwsIndexPage, year: Page, asked: list[tuple[Any, ...]]
) -> None:
    year.move(sluis_news, pos="last-child")

    addresses = set(
        Vermelding.objects.filter(title__startswith="Bus").values_list("url", flat=True)
    )
    assert addresses == {f"/oude-sluis/nieuws/2024/bus-{number}/" for number in range(3)}
    assert the_row(year).url == "/oude-sluis/nieuws/2024/"
    assert asked == [(year.pk,)]

    look_at_branch_in_the_background(year)
    assert {row.wijk for row in Vermelding.objects.filter(title__startswith="Bus")} == {sluis}
    assert_all_right()


def look_at_branch_in_the_background(page: Page) -> None:
    from wijkteams.vermeldingen.rebuild import rebuild

    rebuild(branch(Page.objects.get(pk=page.pk).path))


@pytest.mark.parametrize("private", ["from", "to", "one"])
def test_large_branch_is_for_everybody_or_not_at_once(
    haven_news: NieuwsIndexPage,
    sluis_news: NieuwsIndexPage,
    year: Page,
    asked: list[tuple[Any, ...]],
    private: str,
) -> None:
    one = Page.objects.get(title="Bus 1")
    close({"from": haven_news, "to": sluis_news, "one": one}[private])

    year.move(sluis_news, pos="last-child")

    rows = Vermelding.objects.filter(title__startswith="Bus").order_by("title")
    expected = {"from": [True] * 3, "to": [False] * 3, "one": [True, False, True]}[private]
    assert list(rows.values_list("is_public", flat=True)) == expected
    for row in rows:
        assert {link.is_public for link in row.vermeldingwijk.all()} == {row.is_public}
    assert len(asked) == 1


def test_small_branch_is_wholly_right_at_once(
    sluis_news: NieuwsIndexPage, year: Page, asked: list[tuple[Any, ...]], monkeypatch: Any
) -> None:
    monkeypatch.setattr(moving, "MOST_AT_ONCE", 3)

    year.move(sluis_news, pos="last-child")

    assert asked == []
    assert_all_right()


def test_task_of_a_branch_that_is_gone_does_nothing(hub: object) -> None:
    tasks.look_at_branch.func(0)


def test_search_puts_a_moved_page_first_in_its_new_ward(
    client: Client, haven: Wijk, sluis: Wijk, sluis_news: NieuwsIndexPage, year: Page
) -> None:
    def marks() -> set[str]:
        entry = IndexEntry.objects.get(object_id=str(item.pk), content_type=item.content_type)
        words = str(entry.body) if isinstance(entry.body, str) else repr(entry.body)
        own = (mark(f"wijk{haven.pk}"), mark(f"wijk{sluis.pk}"))
        return {one for one in own if re.search(rf"\b{one}\b", words)}

    item = Page.objects.get(title="Bus 1")
    assert marks() == {mark(f"wijk{haven.pk}")}

    year.move(sluis_news, pos="last-child")

    assert marks() == {mark(f"wijk{sluis.pk}")}
    assert not IndexEntry.objects.exclude(title_norm=VERSION).exists()


def test_move_within_a_ward_leaves_the_index_alone(
    haven_news: NieuwsIndexPage, year: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("wijkteams.signal_handlers.ask_anew", asked.append)

    Page.objects.get(title="Bus 1").move(year_page(haven_news, 2023), pos="last-child")

    assert asked == []
    assert renewal.TO_BE_RENEWED != VERSION
