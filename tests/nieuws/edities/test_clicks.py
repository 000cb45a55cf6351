"""How often a link in an edition was followed: numbers, and nothing of anybody (N9)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from core.absolute import absolute
from nieuws.edities.clicks import ClickMiddleware
from nieuws.models import Editie, Kliktelling, Lijst, NieuwsbriefPage, NieuwsIndexPage, NieuwsPage
from nieuws.nieuwsbrief.rendering import render, with_clicks
from tests.factories.nieuws import item, news
from tests.nieuws.edities.conftest import sending, url, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus(haven_news: NieuwsIndexPage) -> NieuwsPage:
    """What the newsletter tells about."""
    return news(haven_news, "De bus rijdt weer")


@pytest.fixture
def editie(page: NieuwsbriefPage, lijst: Lijst, bus: NieuwsPage) -> Editie:
    """A sending that counts, made as the sender makes it."""
    page.body = [*page.body.raw_data, item(bus)]
    page.save_revision().publish()
    made = sending(page, lijst, "verstuurd", count_clicks=True, status=Editie.Status.KLAAR)
    rendered = render(NieuwsbriefPage.objects.get(pk=page.pk))
    made.html, made.text = with_clicks(rendered.html, rendered.text, made)
    made.save()
    return made


def link_to(editie: Editie, page: NieuwsPage) -> str:
    """As it stands in the mail."""
    found = re.search(rf'href="({re.escape(absolute(page.url))}\?[^"]*)"', editie.html)
    assert found, editie.html
    return found[1].replace("&amp;", "&").removeprefix(absolute(""))


def counts() -> dict[str, int]:
    return dict(Kliktelling.objects.values_list("path", "count"))


def test_a_link_is_counted_and_leads_to_the_page_without_the_number(
    editie: Editie, bus: NieuwsPage, client: Client
) -> None:
    link = link_to(editie, bus)

    for _time in range(3):
        answer = client.get(link)

    assert (answer.status_code, answer["Location"]) == (302, bus.url)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert counts() == {bus.url: 3}


def test_no_two_readers_get_different_links(editie: Editie, bus: NieuwsPage) -> None:
    assert link_to(editie, bus) == f"{bus.url}?nb={editie.pk}"


def test_nothing_of_who_it_was_is_kept() -> None:
    assert {field.name for field in Kliktelling._meta.get_fields()} == {
        "id",
        "editie",
        "path",
        "count",
    }


def test_the_page_is_answered_from_what_is_kept_as_always(
    editie: Editie, bus: NieuwsPage, settings: Any, tmp_path: Path
) -> None:
    """Also the reader who comes by the link gets the one that is kept, and it is not kept twice."""
    settings.PAGE_CACHE, settings.PAGE_CACHE_DIR = True, tmp_path
    client = Client()
    first = client.get(bus.url)

    came = client.get(link_to(editie, bus), follow=True)

    assert came.redirect_chain == [(bus.url, 302)]
    assert came.content == first.content
    assert came.headers["ETag"] == first.headers["ETag"]
    assert counts() == {bus.url: 1}
    assert not [path for path in tmp_path.rglob("*") if "nb=" in path.name]


@pytest.mark.parametrize(
    "how",
    [{"headers": {"sec-purpose": "prefetch;prerender"}}, {"headers": {"purpose": "prefetch"}}],
)
def test_what_a_browser_fetches_beforehand_is_not_counted(
    editie: Editie, bus: NieuwsPage, client: Client, how: dict[str, Any]
) -> None:
    assert client.get(link_to(editie, bus), **how).status_code == 302
    assert client.head(link_to(editie, bus)).status_code == 302

    assert counts() == {}


def test_a_link_that_does_not_stand_in_the_edition_is_not_counted(
    editie: Editie, bus: NieuwsPage, haven_news: NieuwsIndexPage, client: Client
) -> None:
    other = news(haven_news, "Iets anders")

    answer = client.get(f"{other.url}?nb={editie.pk}")

    assert answer.status_code == 200
    assert counts() == {}


@pytest.mark.parametrize(
    "number", ["0", "99999", "-1", "x", "", "1e3", "²", "9" * 40, "%00", "1%27--"]
)
def test_a_number_of_no_edition_is_not_counted(
    bus: NieuwsPage, editie: Editie, client: Client, number: str
) -> None:
    assert client.get(f"{bus.url}?nb={number}").status_code in {200, 400}
    assert counts() == {}


def test_without_the_wish_of_the_ward_nothing_is_counted(
    editie: Editie, bus: NieuwsPage, client: Client
) -> None:
    Editie.objects.update(count_clicks=False)

    assert client.get(f"{bus.url}?nb={editie.pk}").status_code == 200
    assert counts() == {}


@pytest.mark.parametrize("path", ["//elders.example/", "/\\elders.example/", "///elders.example"])
def test_nobody_is_led_to_another_site(editie: Editie, client: Client, path: str) -> None:
    Editie.objects.update(html=f'<a href="{absolute(path)}?nb={editie.pk}">')

    answer = client.get(f"{path}?nb={editie.pk}")

    assert "elders.example" not in answer.get("Location", "").split("/")[2:3]
    assert not answer.get("Location", "").startswith(("//", "/\\", "http"))


def test_a_link_with_a_question_of_its_own_keeps_it(
    editie: Editie, client: Client, haven_news: NieuwsIndexPage
) -> None:
    link = f"{haven_news.url}?jaar=2026&nb={editie.pk}"
    Editie.objects.update(html=f'<a href="{absolute(link).replace("&", "&amp;")}">')

    answer = client.get(link)

    assert answer["Location"] == f"{haven_news.url}?jaar=2026"
    assert counts() == {haven_news.url: 1}


def test_a_form_that_is_sent_is_left_alone(editie: Editie, bus: NieuwsPage, client: Client) -> None:
    client.post(link_to(editie, bus))

    assert counts() == {}


def test_the_report_shows_the_numbers(editie: Editie, bus: NieuwsPage, as_joris: Client) -> None:
    as_joris.get(link_to(editie, bus))

    html = words(as_joris.get(url(editie)))

    assert f'<a href="{bus.url}">' in html
    assert "Wie er klikte, weten wij niet" in html
    Editie.objects.update(count_clicks=False)
    assert "Wat lezers openden" not in words(as_joris.get(url(editie)))


def test_a_visit_without_a_number_asks_the_database_nothing_more(
    bus: NieuwsPage, rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    middleware = ClickMiddleware(lambda request: HttpResponse(request.path))

    with django_assert_num_queries(0):
        answer = middleware(rf.get(bus.url, {"q": "bus"}))

    assert answer.content.decode() == bus.url
