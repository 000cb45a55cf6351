"""What people type in the CMS never breaks it."""

from __future__ import annotations

import runpy

import pytest
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ['"', 'a"b', "\x00", "OR " * 3000, "é" * 500])
def test_any_words_may_be_searched_for(
    as_joris: Client, as_bea: Client, haven_news: NieuwsIndexPage, text: str
) -> None:
    for client, name in (
        (as_joris, "wagtailadmin_choose_page_search"),
        (as_joris, "wagtailimages:index"),
        (as_bea, "wagtailadmin_explore_root"),
    ):
        assert client.get(reverse(name), {"q": text}, follow=True).status_code == 200, name


@pytest.mark.parametrize("pk", ["x", "9" * 30, "9" * 5000, "-1", "1;2"])
def test_senseless_numbers_in_a_bulk_action_do_nothing(
    as_joris: Client, haven_news: NieuwsIndexPage, pk: str
) -> None:
    item = news(haven_news, "De haven bloeit")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    assert as_joris.get(f"{address}?id={pk}").status_code < 500
    assert as_joris.post(f"{address}?id={pk}").status_code < 500
    item.refresh_from_db()


def test_page_that_fails_on_purpose_is_not_there(as_joris: Client) -> None:
    assert as_joris.get("/beheer/failwhale/").status_code == 404


def test_numbers_that_are_none_break_no_screen_of_wagtail(as_joris: Client) -> None:
    for address in (
        "/beheer/bulk/wagtailcore/page/publish/?id=all&childOf=x",
        "/beheer/choose-page/?target_pages[]=99999999999999999999",
    ):
        assert as_joris.get(address).status_code < 500, address


def test_nobody_moves_the_site_by_a_header(as_joris: Client, sluis: Wijk, client: Client) -> None:
    """A server in front may pass SCRIPT_NAME on; the guard sees the address that is answered."""
    page = WijkPage.objects.get(wijk=sluis)
    address = f"/beheer/localize/submit/page/{page.pk}/"

    assert as_joris.get(address).status_code == 302
    assert as_joris.get(address, SCRIPT_NAME="/x").status_code == 302
    assert "/x/" not in client.get("/", SCRIPT_NAME="/x").content.decode()


def test_web_server_takes_no_header_for_the_place_of_the_site() -> None:
    assert runpy.run_path("gunicorn.conf.py")["forwarder_headers"] == ""
