"""Whom the guard lets near: editors, the city, nobody; and how many queries that costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from nieuws.models import NieuwsIndexPage
from tests.conftest import client_of
from tests.factories import news, photo
from tests.factories.people import PASSWORD
from wijkteams.guard import middleware
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

GONE = [
    "/beheer/failwhale/",
    "/beheer/test404/",
    "/beheer/password_reset/",
    "/beheer/snippets/",
    "/beheer/api/main/images/",
    "/beheer/api/main/documents/",
    "/beheer/tag-autocomplete/taggit/tag/",
]


@pytest.mark.parametrize("address", GONE)
def test_what_nobody_needs_is_not_there(as_joris: Client, as_bea: Client, address: str) -> None:
    assert as_joris.get(address).status_code == 404
    assert as_bea.get(address).status_code == 404


def test_screens_of_the_city_are_for_the_city(as_joris: Client, as_bea: Client) -> None:
    report = reverse("wagtailadmin_reports:page_types_usage")

    assert as_joris.get(report).status_code == 302
    assert as_bea.get(report).status_code == 200
    assert report not in as_joris.get("/beheer/").content.decode()
    assert report in as_bea.get("/beheer/").content.decode()


def test_who_has_no_role_is_told_so_and_not_sent_around(hub: Page) -> None:
    resident = User.objects.create_user("bewoner@sluisdam.example", PASSWORD)

    answer = client_of(resident).get("/beheer/", follow=True)

    assert answer.status_code == 403
    assert "U heeft geen toegang" in answer.content.decode()


def test_anonymous_visitor_is_sent_to_the_log_in_screen(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[haven_news.pk]))

    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/")


def test_script_that_asks_gets_a_plain_no(as_fatma: Client, haven_news: NieuwsIndexPage) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[haven_news.pk])

    answer = as_fatma.get(address, headers={"X-Requested-With": "XMLHttpRequest"})

    assert answer.status_code == 403


def test_number_of_any_size_is_no_trouble(as_joris: Client) -> None:
    for number in ("9" * 40, "0", "x"):
        address = reverse("wagtailimages_chooser:chosen", args=[number])
        assert as_joris.get(address).status_code == 404, number


@pytest.mark.parametrize("many", [1, 50])
def test_asking_costs_one_query_however_many_are_chosen(
    as_joris: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    pictures = [photo(haven, title=f"Foto {n}") for n in range(many)]
    query = "&".join(f"id={picture.pk}" for picture in pictures)
    address = f"{reverse('wagtailimages_chooser:chosen_multiple')}?{query}"
    as_joris.get(address)

    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert as_joris.get(address).status_code == 200
        return len(queries)

    guarded = count()
    monkeypatch.setattr(middleware, "_is_allowed", lambda *args: True)

    assert guarded - count() <= 1


def test_asking_about_a_page_costs_one_query(
    as_joris: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[news(haven_news).pk])
    as_joris.get(address)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_joris.get(address).status_code == 200
        return len(queries)

    guarded = count()
    monkeypatch.setattr(middleware, "_is_allowed", lambda *args: True)

    assert guarded - count() <= 1
