"""When something goes wrong: the right status, plain words, a way on, and no cache keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from core import errors
from core.models import StadInstellingen
from core.search import views as search_views
from wijkteams.invitation_views import WRONG_TRIES


@pytest.fixture
def browser(hub: object) -> Client:
    """A visitor's browser: what breaks is shown as a page, not raised."""
    return Client(raise_request_exception=False)


def breaking(error: Exception) -> Callable[..., Any]:
    def broken(*args: Any, **kwargs: Any) -> Any:
        raise error

    return broken


def search_that_breaks(browser: Client, monkeypatch: pytest.MonkeyPatch, error: Exception) -> Any:
    monkeypatch.setattr(search_views, "render", breaking(error))
    return browser.get("/zoeken/")


def heading(html: bytes) -> str:
    page = BeautifulSoup(html, "html.parser")
    (found,) = page.find_all("h1")
    return str(found.get_text(strip=True))


def links(html: bytes) -> set[str]:
    page = BeautifulSoup(html, "html.parser")
    main = page.find("main")
    assert main is not None
    return {str(link["href"]) for link in main.find_all("a")}


def test_a_page_that_is_not_there_offers_search_wards_home_and_a_telephone(browser: Client) -> None:
    StadInstellingen.objects.update(contact_phone="0500 123 456", contact_email="stad@s.example")

    response = browser.get("/bestaat-niet/")

    html = response.content.decode()
    assert response.status_code == 404
    assert heading(response.content) == "Deze pagina is er niet (meer)"
    assert {"/", reverse("wijken"), "tel:0500123456", "mailto:stad@s.example"} <= links(
        response.content
    )
    assert 'action="/zoeken/"' in html
    assert "<title>" in html


def test_a_forbidden_page_says_how_to_come_in(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = search_that_breaks(browser, monkeypatch, PermissionDenied())

    assert response.status_code == 403
    assert heading(response.content) == "Deze pagina is niet voor u"
    assert reverse("account_login") in links(response.content)
    assert "no-store" in response["Cache-Control"]


def test_a_form_that_stood_open_too_long_says_what_to_do(hub: object) -> None:
    browser = Client(enforce_csrf_checks=True)

    response = browser.post("/inloggen/", {"login": "x", "password": "y"})

    assert response.status_code == 403
    assert heading(response.content) == "Het is te lang geleden"
    assert "" in links(response.content)  # the page itself, anew
    assert "no-store" in response["Cache-Control"]


def test_a_strange_host_gets_a_plain_page(browser: Client) -> None:
    response = browser.get("/", headers={"host": "kwaad.example"})

    assert response.status_code == 400
    assert heading(response.content) == "Dit adres begrijpen wij niet"


def test_too_much_at_once_is_413(browser: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    response = browser.post("/inloggen/", {"login": "x" * 200, "password": "y"})

    assert response.status_code == 413
    assert heading(response.content) == "Dit bestand is te groot"
    assert "15 MB" in response.content.decode()


def test_too_many_files_at_once_is_413(browser: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 1
    two = {name: SimpleUploadedFile("a.txt", b"a") for name in ("een", "twee")}

    assert browser.post("/inloggen/", two).status_code == 413


def test_who_guesses_too_often_is_told_when_to_come_back(browser: Client) -> None:
    answers = [browser.get(f"/uitnodiging/fout-{n}/") for n in range(WRONG_TRIES.limit + 1)]

    assert answers[0].status_code == 404
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == str(WRONG_TRIES.seconds)
    assert heading(answers[-1].content) == "Even rustig aan"


def test_who_logs_in_too_often_is_told_too(browser: Client, settings: Any, joris: User) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"reset_password": "1/m/ip"}

    answers = [browser.post("/wachtwoord/vergeten/", {"email": "a@b.example"}) for _n in range(3)]

    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) > 0
    assert "no-store" in answers[-1]["Cache-Control"]


def test_a_mistake_of_ours_is_500_and_says_so(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = search_that_breaks(browser, monkeypatch, ValueError("geheim"))

    assert response.status_code == 500
    assert heading(response.content) == "Er ging iets mis"
    assert "geheim" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert {"", "/"} <= links(response.content)


@pytest.mark.parametrize("error", [OperationalError("weg"), InterfaceError("weg")])
def test_a_database_that_is_away_is_503_with_when_to_come_back(
    browser: Client, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    response = search_that_breaks(browser, monkeypatch, error)

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert heading(response.content) == "Wij zijn zo terug"


@pytest.mark.parametrize("status", [400, 413, 429, 500, 503])
@pytest.mark.parametrize("path", ["/oude-sluis/", "/en/oude-sluis/", "/ar/oude-sluis/"])
def test_plain_pages_need_no_database_and_lead_home_in_the_language_of_the_address(
    status: int, path: str
) -> None:
    """No mark for the database here: a query would fail this test."""
    response = errors._plain(RequestFactory().get(path), status)

    html = response.content.decode()
    language = path[1:3] if path[3] == "/" else "nl"
    assert response.status_code == status
    assert f'lang="{language}"' in html
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in html
    assert ("/" if language == "nl" else f"/{language}/") in links(response.content)
    assert "<svg" in html
    assert "css/site.css" in html


def test_an_error_in_another_language_does_not_leave_that_language_on() -> None:
    errors._plain(RequestFactory().get("/en/"), 500)

    assert translation.get_language() == "nl"


def test_what_stands_in_the_address_never_comes_back_in_the_page() -> None:
    request = RequestFactory().get("/en/%3Cscript%3E/")

    assert "script>" not in errors.bad_request(request, ValueError()).content.decode()
