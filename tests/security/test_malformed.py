"""A form that no screen of ours sends is refused in plain words (R-25)."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import Client, RequestFactory

from core.security import malformed
from tests.security.addresses import Ground
from wijkteams.models import Wijk


@pytest.fixture
def browser(as_joris: Client) -> Client:
    """Joris' browser: what breaks is shown as a page, not raised."""
    as_joris.raise_request_exception = False
    return as_joris


def refused(response: HttpResponse) -> bool:
    return response.status_code == 400 and "<h1" in response.content.decode()


def test_a_page_without_the_count_of_its_blocks(browser: Client, ground: Ground) -> None:
    path = f"/beheer/pages/{ground.item.pk}/edit/"

    assert refused(browser.post(path, {"title": "Anders", "slug": "anders"}))


def test_a_link_form_of_which_everything_is_left_out(browser: Client, ground: Ground) -> None:
    assert browser.post("/beheer/choose-external-link/", {}).status_code in {200, 400}


@pytest.mark.parametrize("number", ["abc", "9" * 22, "-1", "1e9", "\x00", "١"])
def test_a_picture_by_a_number_that_is_none(browser: Client, ground: Ground, number: str) -> None:
    path = f"/beheer/pages/{ground.item.pk}/edit/"
    form = {"title": "Anders", "slug": "anders", "body-count": "0", "image": number}

    response = browser.post(path, form)

    assert response.status_code in {200, 400}
    ground.item.refresh_from_db()
    assert ground.item.image_id == ground.image.pk


@pytest.mark.parametrize("sign", ["%00", "%ED%A0%80"])
def test_signs_that_no_database_can_keep(browser: Client, ground: Ground, sign: str) -> None:
    for path in ("/beheer/pages/", "/beheer/images/", "/beheer/reports/site-history/"):
        assert browser.get(f"{path}?ordering={sign}&user={sign}").status_code < 500, path


def test_a_translation_whose_page_is_gone(browser: Client, ground: Ground) -> None:
    number = ground.numbers["translation_source_id"]

    assert browser.get(f"/beheer/localize/update/{number}/").status_code < 500


def test_a_good_form_goes_through(browser: Client, ground: Ground) -> None:
    path = f"/beheer/buurt/edit/{ground.numbers['buurt']}/"

    response = browser.post(path, {"name": "De Kade", "wijk": ground.wijk.pk, "slug": "kade"})

    assert response.status_code == 302


def test_without_this_room_it_would_be_our_mistake(
    browser: Client, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round."""
    monkeypatch.setattr(
        malformed.MalformedInputMiddleware, "process_exception", lambda self, request, error: None
    )
    path = f"/beheer/pages/{ground.item.pk}/edit/"

    assert browser.post(path, {"title": "Anders", "slug": "anders"}).status_code == 500


@pytest.mark.parametrize("sign", ["%00", "a%00b"])
def test_signs_that_no_database_can_keep_on_public_pages(
    client: Client, haven: Wijk, sign: str
) -> None:
    """Red on PostgreSQL without it: there a NUL in what is looked for is a mistake."""
    client.raise_request_exception = False
    key = uuid4()

    for path in (
        f"/{sign}/",
        f"/havenkwartier/{sign}/",
        f"/initiatief/foto/{sign}/",
        f"/initiatief/{key}/helpen/{sign}/",
    ):
        assert client.get(path).status_code == 404, path
    for path in ("/idee/", "/signaal/nieuw/", "/signaal/attenderen/", "/zoeken/", "/initiatieven/"):
        answer = client.get(f"{path}?wijk={sign}&q={sign}&thema={sign}&staat={sign}")
        assert answer.status_code < 500, path


def test_a_mistake_of_ours_on_a_public_page_stays_one(rf: RequestFactory) -> None:
    """The other way round: nothing is hidden when nothing unfit was sent."""
    middleware = malformed.MalformedInputMiddleware(lambda request: HttpResponse())

    assert middleware.process_exception(rf.get("/?q=bus"), DataError("of ours")) is None
    assert middleware.process_exception(rf.get("/?q=%00"), ValueError("of ours")) is None
