"""Lists of surveys, on the page of a ward, of the city, and on the front pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Stand
from enquetes.overzicht.clock import follow_moments
from enquetes.overzicht.overview import PAGE_SIZE
from enquetes.overzicht.services import refresh
from tests.counting import count_queries
from tests.factories.enquetes import survey
from wijkteams.models import Vermelding, Wijk

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    """The surveys of Havenkwartier."""
    return EnqueteIndexPage.objects.get(wijk=haven)


def titles(client: Client, url: str) -> list[str]:
    """The surveys on a page, in their order."""
    html = client.get(url).content.decode()
    parts = html.split("<h3>")[1:]
    return [part.split("</a>")[0].rpartition(">")[2].strip() for part in parts]


def published(enquete: Enquete) -> None:
    """Let its results be known."""
    Enquete.objects.filter(pk=enquete.pk).update(uitslag_op=timezone.now())
    refresh(Enquete.objects.get(pk=enquete.pk))


def test_what_is_open_goes_first_and_what_closes_soonest_first_of_all(
    client: Client, index: EnqueteIndexPage
) -> None:
    now = timezone.now()
    survey(index, title="Dicht", closes_at=now - DAY)
    survey(index, title="Altijd open")
    published(survey(index, title="Uitslag", closes_at=now - 9 * DAY))
    survey(index, title="Straks", opens_at=now + DAY, closes_at=now + 20 * DAY)
    survey(index, title="Nog lang", closes_at=now + 30 * DAY)
    survey(index, title="Nog even", closes_at=now + 2 * DAY)

    expected = ["Nog even", "Nog lang", "Altijd open", "Straks", "Uitslag", "Dicht"]
    assert titles(client, "/havenkwartier/enquetes/") == expected
    assert titles(client, "/enquetes/") == expected


def test_a_ward_shows_its_own_and_the_city_those_of_all(
    client: Client, index: EnqueteIndexPage, sluis: Wijk
) -> None:
    survey(index, title="Haven")
    survey(EnqueteIndexPage.objects.get(wijk=sluis), title="Sluis")
    survey(EnqueteIndexPage.objects.get(wijk=None), title="Stad")

    assert titles(client, "/havenkwartier/enquetes/") == ["Haven"]
    assert sorted(titles(client, "/enquetes/")) == ["Haven", "Sluis", "Stad"]


def test_a_list_says_that_it_closed_before_any_job_ran(
    client: Client, index: EnqueteIndexPage
) -> None:
    enquete = survey(index, closes_at=timezone.now() + DAY)
    past = timezone.now() - timedelta(minutes=1)
    Vermelding.objects.filter(kind="enquete").update(ends_at=past)
    assert enquete.is_live

    html = client.get("/havenkwartier/enquetes/").content.decode()

    assert "Gesloten" in html
    assert "Nu open" not in html


def test_the_clock_writes_down_what_opened_and_what_closed(index: EnqueteIndexPage) -> None:
    soon = survey(index, title="Straks", opens_at=timezone.now() + DAY)
    late = survey(index, title="Eerst", closes_at=timezone.now() + DAY)
    survey(index, title="Blijft")
    past = timezone.now() - timedelta(minutes=1)
    Enquete.objects.filter(pk=soon.pk).update(opens_at=past)
    Enquete.objects.filter(pk=late.pk).update(closes_at=past)
    Vermelding.objects.filter(title="Straks").update(starts_at=past)
    Vermelding.objects.filter(title="Eerst").update(ends_at=past)

    assert follow_moments.func() == 2

    states = dict(Vermelding.objects.filter(kind="enquete").values_list("title", "status"))
    assert states == {"Straks": Stand.OPEN, "Eerst": Stand.GESLOTEN, "Blijft": Stand.OPEN}
    assert follow_moments.func() == 0


def test_a_later_closing_date_opens_it_in_lists_at_once(index: EnqueteIndexPage) -> None:
    survey(index, closes_at=timezone.now() - DAY)
    assert Vermelding.objects.get(kind="enquete").status == Stand.GESLOTEN
    page = EnquetePage.objects.get(title="Honden")
    page.closes_at = timezone.now() + DAY

    page.save_revision().publish()

    assert Vermelding.objects.get(kind="enquete").status == Stand.OPEN


def test_a_withdrawn_survey_is_in_no_list_and_a_new_one_comes_back(
    client: Client, index: EnqueteIndexPage
) -> None:
    survey(index)
    page = EnquetePage.objects.get(title="Honden")
    page.unpublish()
    assert titles(client, "/havenkwartier/enquetes/") == []

    page.save_revision().publish()

    assert titles(client, "/havenkwartier/enquetes/") == ["Honden"]
    assert Vermelding.objects.get(kind="enquete").status == Stand.OPEN


def test_a_long_list_has_pages(client: Client, index: EnqueteIndexPage) -> None:
    for number in range(PAGE_SIZE + 2):
        survey(index, title=f"Enquete {number:02}")

    first = titles(client, "/havenkwartier/enquetes/")
    second = titles(client, "/havenkwartier/enquetes/?bladzijde=2")

    assert (len(first), len(second)) == (PAGE_SIZE, 2)
    assert not set(first) & set(second)
    assert "?bladzijde=2" in client.get("/havenkwartier/enquetes/").content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", "9" * 50, "١"])
def test_a_page_without_sense_is_the_first(
    client: Client, index: EnqueteIndexPage, number: str
) -> None:
    survey(index)

    assert titles(client, f"/havenkwartier/enquetes/?bladzijde={number}") == ["Honden"]


@pytest.mark.parametrize("url", ["/", "/havenkwartier/"])
def test_the_front_page_asks_to_think_along(
    client: Client, index: EnqueteIndexPage, url: str
) -> None:
    assert "Denk mee" not in client.get(url).content.decode()
    survey(index, title="Straks", opens_at=timezone.now() + DAY)
    assert "Denk mee" not in client.get(url).content.decode()
    survey(index, title="Hondenbeleid")
    published(survey(index, title="Verkeer", closes_at=timezone.now() - 9 * DAY))
    published(survey(index, title="Van toen", closes_at=timezone.now() - 90 * DAY))

    html = client.get(url).content.decode()

    assert "Denk mee" in html
    assert html.index("Hondenbeleid") < html.index("Verkeer")
    assert "Van toen" not in html


def test_lists_ask_as_little_with_many_as_with_few(
    client: Client, index: EnqueteIndexPage, hub: Any
) -> None:
    urls = ("/havenkwartier/enquetes/", "/enquetes/", "/", "/havenkwartier/")
    survey(index)
    for url in urls:
        client.get(url)
    few = [count_queries(lambda url=url: client.get(url)) for url in urls]  # type: ignore[misc]
    for number in range(12):
        survey(index, title=f"Enquete {number}")

    many = [count_queries(lambda url=url: client.get(url)) for url in urls]  # type: ignore[misc]

    assert few == many


def test_the_list_offers_the_panel_as_long_as_there_is_a_team(
    client: Client, index: EnqueteIndexPage, haven: Wijk
) -> None:
    offered = 'href="/havenkwartier/bewonerspanel/"'
    assert offered in client.get("/havenkwartier/enquetes/").content.decode()
    assert 'href="/bewonerspanel/"' in client.get("/enquetes/").content.decode()
    Wijk.objects.filter(pk=haven.pk).update(status=Wijk.Status.GESTOPT)
    cache.clear()
    assert offered not in client.get("/havenkwartier/enquetes/").content.decode()
