"""The search of the CMS: the explorer and the choosers, through our backend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import And, Not, Or, Phrase, PlainText

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.core.test_search import CRASHERS
from tests.factories import news
from wijkteams.models import Image


def titles(results: Any) -> list[str]:
    return [page.title for page in results]


@pytest.fixture
def backend() -> Any:
    return get_search_backend()


@pytest.fixture
def three(haven_news: NieuwsIndexPage) -> None:
    """Three items about a market."""
    news(haven_news, "Markt op het plein", summary="Met kaas.")
    news(haven_news, "Nieuws van de week", summary="Ook over de markt, en over huizen.")
    news(haven_news, "Café Zon")


def test_titles_go_first_then_the_newest(backend: Any, three: None) -> None:
    assert titles(backend.search("markt", NieuwsPage)) == [
        "Markt op het plein",
        "Nieuws van de week",
    ]
    assert titles(backend.search("huis", NieuwsPage)) == ["Nieuws van de week"]
    assert titles(backend.search("cafe", Page)) == ["Café Zon"]


def test_own_order_of_a_list_is_kept(backend: Any, three: None) -> None:
    pages = NieuwsPage.objects.order_by("-title")

    found = backend.search("markt", pages, order_by_relevance=False)

    assert titles(found) == ["Nieuws van de week", "Markt op het plein"]
    assert found.count() == 2


def test_beginnings_complete_a_title_and_the_shortest_goes_first(
    backend: Any, three: None, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Markt")

    assert titles(backend.autocomplete("ma", NieuwsPage)) == ["Markt", "Markt op het plein"]
    assert titles(backend.autocomplete("mar pl", NieuwsPage)) == ["Markt op het plein"]
    assert titles(backend.autocomplete("kaas", NieuwsPage)) == []


def test_filters_of_the_list_hold(backend: Any, three: None) -> None:
    assert titles(backend.search("markt", NieuwsPage.objects.filter(live=False))) == []
    assert titles(backend.search("markt", NieuwsPage.objects.all())[1:2]) == ["Nieuws van de week"]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (Phrase("markt plein"), 1),
        (Or([PlainText("kaas"), PlainText("huizen")]), 2),
        (And([PlainText("markt"), PlainText("kaas")]), 1),
        (And([PlainText("markt"), Not(PlainText("kaas"))]), 1),
    ],
)
def test_put_together_questions_are_answered(
    backend: Any, three: None, query: Any, number: int
) -> None:
    assert len(backend.search(query, NieuwsPage)) == number


@pytest.mark.parametrize("typed", CRASHERS, ids=range(len(CRASHERS)))
def test_nothing_that_an_editor_types_breaks_it(backend: Any, three: None, typed: str) -> None:
    found = [
        *backend.search(typed, NieuwsPage),
        *backend.autocomplete(typed, Page),
        *backend.search(typed, Image),
    ]

    assert all(isinstance(each, Page | Image) for each in found)
    assert len({each.pk for each in found if isinstance(each, NieuwsPage)}) <= 3


@pytest.mark.parametrize("typed", ['markt "', "markt", "'", "bus:*"])
def test_explorer_and_chooser_answer(as_bea: Client, three: None, typed: str) -> None:
    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        assert as_bea.get(reverse(name), {"q": typed}).status_code == 200


def test_questions_do_not_grow_with_what_is_found(
    backend: Any, haven_news: NieuwsIndexPage
) -> None:
    def asked(search: Callable[[], Any]) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            list(search()[:20])
        return [query["sql"] for query in captured.captured_queries]

    for number in range(30):
        news(haven_news, f"Markt {number}")
    for search in (
        lambda: backend.search("markt", NieuwsPage),
        lambda: backend.autocomplete("mar", NieuwsPage),
    ):
        [sql] = asked(search)
        # A rank per hit, reckoned by asking the index anew for each, grows with their square.
        assert "bm25" not in sql.lower()
        assert "ts_rank" not in sql.lower()
