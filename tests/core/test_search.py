"""Searching public pages: what is found, what never is, and what cannot break it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, Page, PageViewRestriction

from core.search.results import search_pages
from core.search.words import beginning, clean, words
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Wijk, WijkPage

CRASHERS = [
    '"',
    'a"b',
    '"""',
    "'",
    "\x00",
    "bus\x00markt",
    "OR " * 3000,
    "AND",
    "NOT bus",
    "bus OR",
    "NEAR(bus markt)",
    "title:bus",
    "bus*",
    "*",
    "(((",
    "bus & ! | <->",
    "bus:*",
    "%s %d %(x)s",
    "\\",
    "-",
    "^bus",
    "{title} : bus",
    "\ud800",
    "بسم",
    "🚌",
    "é" * 5000,
    "x" * 80_000,
    "1e400",
    "; DROP TABLE wagtailcore_page; --",
]


def found(client: Client, query: str, **extra: Any) -> list[str]:
    response = client.get("/zoeken/", {"q": query, **extra})
    assert response.status_code == 200
    return [item.title for item in response.context["items"]]


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_empty_search_asks_what_to_look_for(client: Client, hub: HomePage) -> None:
    response = client.get("/zoeken/")

    assert response.status_code == 200
    assert response.context["searched"] is False


def test_word_in_the_title_or_the_text_is_found(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "De bus rijdt weer", summary="Elke vrijdag naar de markt.")
    news(haven_news, "Bomen geplant")

    assert found(client, "bus") == ["De bus rijdt weer"]
    assert found(client, "vrijdag markt") == ["De bus rijdt weer"]
    assert found(client, "bus bomen") == []


def test_small_words_do_not_spoil_a_search(client: Client, haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "De bus van de buurt rijdt")

    assert found(client, "de bus van de buurt") == ["De bus van de buurt rijdt"]


def test_words_may_stand_in_title_and_text_together(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Nieuwe bus", summary="Ook langs de markt.")

    assert found(client, "markt bus") == ["Nieuwe bus"]


def test_title_goes_before_text(client: Client, haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Markt op het plein")
    news(haven_news, "Nieuwe bus", summary="Ook langs de markt.")

    assert found(client, "markt") == ["Markt op het plein", "Nieuwe bus"]


@pytest.mark.parametrize("query", ["fietspad", "fietspaden", "Fietspaden", "fiets", "FIETSPAD"])
def test_other_forms_and_beginnings_of_a_word_are_found(
    client: Client, haven_news: NieuwsIndexPage, query: str
) -> None:
    news(haven_news, "Nieuw fietspad langs de sluis")

    assert found(client, query) == ["Nieuw fietspad langs de sluis"]


def test_ward_and_its_pages_are_found_with_their_ward(client: Client, haven: Wijk) -> None:
    response = client.get("/zoeken/", {"q": "havenkwartier"})
    items = {item.kind: item for item in response.context["items"]}

    assert items["wijk"].title == "Havenkwartier"
    assert items["wijk"].url == "/havenkwartier/"
    assert items["wijk"].palette == "haven"


@pytest.mark.parametrize("query", CRASHERS, ids=range(len(CRASHERS)))
def test_nothing_that_is_typed_breaks_it(
    client: Client, haven_news: NieuwsIndexPage, query: str
) -> None:
    news(haven_news, "De bus rijdt weer")

    response = client.get("/zoeken/", {"q": query.encode("utf-8", "replace")})
    search_pages(query, "nl")

    assert response.status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "11", "99999999999999999999", "x", "²", "\x00", ""])
def test_page_number_that_makes_no_sense_is_no_error(
    client: Client, haven_news: NieuwsIndexPage, number: str
) -> None:
    news(haven_news, "De bus rijdt weer")

    assert client.get("/zoeken/", {"q": "bus", "pagina": number}).status_code == 200


def test_private_draft_and_withdrawn_pages_are_never_found(
    client: Client, as_joris: Client, haven_news: NieuwsIndexPage
) -> None:
    restrict(news(haven_news, "Geheim een"))
    news(haven_news, "Geheim twee", live=False)
    news(haven_news, "Geheim drie").unpublish()

    assert found(client, "geheim") == []
    assert found(as_joris, "geheim") == []


def test_pages_below_a_private_page_are_never_found(client: Client, haven: Wijk) -> None:
    news(NieuwsIndexPage.objects.get(wijk=haven), "De bus rijdt weer")
    restrict(WijkPage.objects.get(wijk=haven))

    assert found(client, "bus") == []
    assert found(client, "havenkwartier") == []


def test_deleted_page_is_not_found(client: Client, haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "De bus rijdt weer").delete()

    assert found(client, "bus") == []


def test_own_language_goes_first_and_is_not_shown_twice(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.create(language_code="en")
    bus = news(haven_news, "Bus naar de markt")
    news(haven_news, "Bus zonder vertaling")
    translated = bus.copy_for_translation(english, copy_parents=True)
    translated.title = "Bus to the market"
    translated.save_revision().publish()

    with translation.override("en"):
        items = search_pages("bus", "en").items

    assert [(item.title, item.language) for item in items] == [
        ("Bus to the market", ""),
        ("Bus zonder vertaling", "nl"),
    ]
    assert found(client, "bus market") == []


def test_twenty_at_a_time_and_no_further_than_ten_pages(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    for number in range(22):
        news(haven_news, f"Bus {number}")

    first = client.get("/zoeken/", {"q": "bus"}).context
    second = client.get("/zoeken/", {"q": "bus", "pagina": 2}).context

    assert (len(first["items"]), len(second["items"])) == (20, 2)
    assert first["next_url"] == "?q=bus&pagina=2"
    assert first["previous_url"] is None
    assert second["next_url"] is None
    assert second["previous_url"] == "?q=bus&pagina=1"
    assert first["count_text"] == "22 resultaten voor ‘bus’"
    titles = {item.title for item in [*first["items"], *second["items"]]}
    assert len(titles) == 22


def test_many_results_are_not_counted_to_the_end(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.results.MAX_RESULTS", 3)
    for number in range(5):
        news(haven_news, f"Bus {number}")

    context = client.get("/zoeken/", {"q": "bus"}).context

    assert context["count_text"] == "Meer dan 3 resultaten voor ‘bus’"


def test_nothing_found_says_so(client: Client, hub: HomePage) -> None:
    response = client.get("/zoeken/", {"q": "<b>eenhoorn</b>"})

    assert "Niets gevonden voor ‘&lt;b&gt;eenhoorn&lt;/b&gt;’" in response.content.decode()


def _queries(client: Client, url: str) -> list[str]:
    from django.contrib.contenttypes.models import ContentType
    from django.core.cache import cache

    cache.clear()
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in queries]


def test_queries_are_few_and_the_same_for_ten_and_for_two_hundred(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    for number in range(10):
        news(haven_news, f"Bus {number}", date=date(2026, 1, 1))
    few = _queries(client, "/zoeken/?q=bus")
    for number in range(190):
        news(haven_news, f"Bus {number} weer", date=date(2026, 1, 1))
    many = _queries(client, "/zoeken/?q=bus")

    assert len(many) == len(few), many
    assert len(many) <= 8, "\n".join(many)
    assert all(sql.startswith("SELECT") for sql in many)


def test_words_are_letters_and_digits_only() -> None:
    assert words('  De "bus"  van 10:30, de BUS! ') == ["bus", "10", "30"]
    assert words("de van") == ["de", "van"]
    assert words("a" * 500) == ["a" * 200]
    assert clean("x\x00\ud800y\u202e") == "x y"
    assert len(words(" ".join(f"w{n}" for n in range(50)))) == 8


@pytest.mark.parametrize(
    ("word", "shared"),
    [
        ("fietspaden", "fietspad"),
        ("straatverlichtingen", "straatverlichting"),
        ("lampjes", "lampje"),
        ("zes", "zes"),
        ("wijken", "wijk"),
    ],
)
def test_beginning_leaves_enough_of_a_word(word: str, shared: str) -> None:
    assert beginning(word) == shared


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["zqnl", "zqwijk1", "zqnieuws"])
def test_marks_of_the_index_are_no_words_to_look_for(client: Client, typed: str) -> None:
    assert words(typed) == []
    assert "Niets gevonden" in client.get("/zoeken/", {"q": typed}).content.decode()
