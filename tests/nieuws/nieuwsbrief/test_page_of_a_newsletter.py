"""A newsletter and its archive as a reader on the site sees them (N2, N11)."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from core.page_cache import Remembered
from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage, NieuwsIndexPage
from tests.counting import count_queries
from tests.factories import activiteit_page, news, photo
from tests.factories.nieuws import item, letter
from tests.html_check import problems_of
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

BUDGET = 8


@pytest.fixture
def remembering(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process that answered before: menus and wards are remembered, also in a test."""
    known: dict[int, dict[Any, Any]] = {}
    monkeypatch.setattr(Remembered, "_values", lambda self: known.setdefault(id(self), {}))


def test_page_shows_the_letter_and_the_correction(
    client: Client,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    haven_agenda: AgendaPage,
) -> None:
    page = letter(
        haven_letters,
        {"type": "text", "value": {"text": "<p>Dag buur</p>"}},
        {"type": "heading", "value": {"text": "Binnenkort"}},
        item(activiteit_page(haven_agenda, "Soep"), "Neem een kom mee."),
        item(news(haven_news, "De bus rijdt weer", summary="Elke vrijdag.")),
        {"type": "quote", "value": {"quote": "Gezellig!", "source": "Ria"}},
        summary="De bus, en soep.",
        rectificatie="De soep begint om vijf uur.",
    )

    answer = client.get(page.get_url())
    html = answer.content.decode()

    for text in (
        "Dag buur",
        "Binnenkort",
        "Soep",
        "Neem een kom mee.",
        "De bus rijdt weer",
        "Elke vrijdag.",
        "Gezellig!",
        "De bus, en soep.",
        "De soep begint om vijf uur.",
        '"@type": "NewsArticle"',
        "/havenkwartier/nieuwsbrief/aanmelden/",
    ):
        assert text in html, text
    assert "<form method" not in html
    assert "card__summary" not in html  # that one is cut off after two lines
    assert problems_of(html) == []


def test_few_queries_however_much_there_is_in_it(
    remembering: None,
    client: Client,
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    haven_agenda: AgendaPage,
) -> None:
    def of(count: int) -> NieuwsbriefPage:
        image = {"image": {"image": photo(haven).pk, "alt_text": "Een boom", "decorative": False}}
        return letter(
            NieuwsbriefIndexPage.objects.get(pk=haven_letters.pk),
            *({"type": "image", "value": image} for _n in range(count)),
            *(item(news(haven_news, f"Bericht {n}", image=photo(haven))) for n in range(count)),
            *(item(activiteit_page(haven_agenda, f"Doen {n}")) for n in range(count)),
            slug=f"brief-{count}",
        )

    few, many = (of(count).get_url() for count in (1, 9))
    for url in (few, many):
        client.get(url)

    counts = [count_queries(lambda url=url: client.get(url)) for url in (few, many)]

    assert counts[0] == counts[1] <= BUDGET


def test_few_queries_of_the_archive(
    remembering: None, client: Client, haven_letters: NieuwsbriefIndexPage
) -> None:
    for number in range(25):
        index = NieuwsbriefIndexPage.objects.get(pk=haven_letters.pk)
        letter(index, title=f"Brief {number}")
    client.get("/havenkwartier/nieuwsbrief/")

    assert count_queries(lambda: client.get("/havenkwartier/nieuwsbrief/")) <= BUDGET


def test_the_page_follows_what_it_shows(
    client: Client, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    bus = news(haven_news, "De bus rijdt weer")
    page = letter(haven_letters, item(bus))
    assert "De bus rijdt weer" in client.get(page.get_url()).content.decode()

    bus.title = "De bus rijdt elke dag"
    bus.save_revision().publish()
    assert "De bus rijdt elke dag" in client.get(page.get_url()).content.decode()

    PageViewRestriction.objects.create(page=bus, restriction_type="login")
    assert "De bus rijdt" not in client.get(page.get_url()).content.decode()


def test_archive_lists_its_own_newest_first_and_the_hub_all(
    client: Client, haven_letters: NieuwsbriefIndexPage, sluis: Wijk
) -> None:
    sluis_letters = NieuwsbriefIndexPage.objects.get(wijk=sluis)
    letter(haven_letters, title="Brief van mei", date=datetime.date(2026, 5, 1))
    index = NieuwsbriefIndexPage.objects.get(pk=haven_letters.pk)
    letter(index, title="Brief van juni", date=datetime.date(2026, 6, 1))
    letter(sluis_letters, title="Brief van de sluis", date=datetime.date(2026, 5, 15))

    ward = client.get("/havenkwartier/nieuwsbrief/").content.decode()
    hub = client.get("/nieuwsbrief/").content.decode()

    assert ward.index("Brief van juni") < ward.index("Brief van mei")
    assert "Brief van de sluis" not in ward
    assert hub.index("juni") < hub.index("Brief van de sluis") < hub.index("Brief van mei")
    assert "/havenkwartier/nieuwsbrief/aanmelden/" in ward
    assert 'href="/nieuwsbrief/aanmelden/"' in hub
    assert problems_of(ward) == problems_of(hub) == []


def test_empty_archive_says_what_to_do(client: Client, haven: Wijk) -> None:
    html = client.get("/havenkwartier/nieuwsbrief/").content.decode()

    assert "Nog geen nieuwsbrief" in html


def test_feed_of_a_ward_and_of_the_city(
    client: Client, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    letter(haven_letters, title="Brief van mei", summary="De bus.")
    news(haven_news, "Een gewoon bericht")

    for path in ("/havenkwartier/nieuwsbrief/rss.xml", "/nieuwsbrief/rss.xml"):
        feed = client.get(path)
        assert feed["Content-Type"].startswith("application/rss+xml")
        assert "Brief van mei" in feed.content.decode()
        assert "Een gewoon bericht" not in feed.content.decode()
    assert "Brief van mei" not in client.get("/havenkwartier/rss.xml").content.decode()


def test_a_team_that_stopped_takes_no_readers(
    client: Client, haven: Wijk, haven_letters: NieuwsbriefIndexPage
) -> None:
    haven.status = Wijk.Status.GESTOPT
    haven.save()

    assert "nieuwsbrief/aanmelden" not in client.get(haven_letters.get_url()).content.decode()


def test_newsletters_are_found(client: Client, haven_letters: NieuwsbriefIndexPage) -> None:
    page = letter(haven_letters, title="Stroopwafelbrief")
    page.save_revision().publish()

    assert "Stroopwafelbrief" in client.get("/zoeken/?q=stroopwafelbrief").content.decode()
