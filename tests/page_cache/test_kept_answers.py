"""An answer that was made once is given again, without a query, to whoever is nobody."""

from __future__ import annotations

import gzip
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.views.decorators.csrf import csrf_exempt

from core.page_cache import drop, never, version
from core.page_cache.beginning import claim
from core.page_cache.views import open_to_all
from home import views as home_views
from nieuws.models import NieuwsIndexPage
from tests.counting import count_queries
from tests.factories import news
from wijkteams.models import Wijk

HAVEN = "/havenkwartier/"
NEW_EACH_TIME = {"X-Request-ID"}


@pytest.fixture(autouse=True)
def _ready(haven: Wijk, haven_news: NieuwsIndexPage, folder: Path, clock: Any) -> None:
    news(haven_news, "De bus rijdt weer")
    claim()
    clock.shift(2)


def same(answer: Any) -> dict[str, str]:
    return {name: value for name, value in answer.items() if name not in NEW_EACH_TIME}


def is_kept(answer: Any) -> bool:
    return bool(answer.headers.get("ETag", "").startswith('"'))


def kept_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("answers/*/*") if path.is_file()]


def test_second_reader_gets_the_same_without_a_query(client: Client) -> None:
    first = client.get(HAVEN)

    assert count_queries(lambda: client.get(HAVEN)) == 0
    second = client.get(HAVEN)
    assert second.content == first.content
    assert same(second) == same(first)
    assert second["X-Request-ID"] != first["X-Request-ID"]


def test_compressed_or_not_is_the_same_answer(client: Client) -> None:
    first = client.get(HAVEN, headers={"accept-encoding": "gzip"})
    plain, packed = client.get(HAVEN), client.get(HAVEN, headers={"accept-encoding": "gzip"})

    assert same(packed) == same(first)
    assert gzip.decompress(packed.content) == plain.content
    assert plain["ETag"] != packed["ETag"]
    assert "Content-Encoding" not in plain.headers


def test_who_has_it_already_gets_304_without_a_query(client: Client) -> None:
    first = client.get(HAVEN)
    for headers in (
        {"if-none-match": first["ETag"]},
        {"if-none-match": f'"x", {first["ETag"]}'},
        {"if-modified-since": first["Last-Modified"]},
    ):
        assert count_queries(partial(client.get, HAVEN, headers=headers)) == 0
        answer = client.get(HAVEN, headers=headers)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer["ETag"] == first["ETag"]
        assert "Content-Type" not in answer.headers
    assert client.get(HAVEN, headers={"if-none-match": '"x"'}).status_code == 200


@pytest.mark.parametrize(
    "target",
    ["/havenkwartier/nieuws/?voor=1-1", "/zoeken/?q=bus", "/wijken/?q=bestaatniet", "/?a=1"],
)
def test_answer_to_a_question_is_not_kept_but_is_conditional(
    client: Client, folder: Path, target: str
) -> None:
    first = client.get(target)
    assert first.status_code == 200
    again = {"if-none-match": first["ETag"]}

    assert not kept_files(folder)
    assert first["ETag"].startswith('W/"t')
    assert count_queries(lambda: client.get(target, headers=again)) == 0
    assert client.get(target, headers=again).status_code == 304
    assert client.get(f"{target}2", headers=again).status_code != 304
    assert client.get("/oude-sluis/", headers=again).status_code != 304


def test_condition_ends_with_a_drop_and_with_the_day(client: Client, clock: Any) -> None:
    target = "/havenkwartier/nieuws/?voor=1-1"
    again = {"if-none-match": client.get(target)["ETag"]}

    clock.shift(24 * 3600)
    assert client.get(target, headers=again).status_code == 200

    again = {"if-none-match": client.get(target)["ETag"]}
    before = version()
    drop("something")
    # Within a test nothing is ever committed.
    from core.page_cache.dropping import carry_out

    carry_out(frozenset(["something"]))
    assert version() != before
    assert client.get(target, headers=again).status_code == 200


def test_volunteer_gets_their_own_answer_and_leaves_nothing(
    client: Client, as_joris: Client, folder: Path
) -> None:
    own = as_joris.get(HAVEN)
    assert not kept_files(folder)
    assert "private" in own["Cache-Control"]

    first = client.get(HAVEN)
    again = as_joris.get(HAVEN, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "no-store" in again["Cache-Control"]


@pytest.mark.parametrize(
    "headers",
    [{"authorization": "Basic eDp4"}, {"cookie": "messages=x"}, {"cookie": "sessionid=x"}],
)
def test_who_may_be_somebody_leaves_nothing(
    client: Client, folder: Path, headers: dict[str, str]
) -> None:
    client.get(HAVEN, headers=headers)

    assert not kept_files(folder)


def test_post_and_head_leave_nothing(client: Client, folder: Path) -> None:
    client.post(HAVEN)
    client.head(HAVEN)

    assert not kept_files(folder)


@pytest.mark.parametrize(
    "target",
    ["/", HAVEN, f"{HAVEN}nieuws/", "/nieuws/", f"{HAVEN}wijkteam/", "/wijken/", "/privacy/"],
)
def test_public_page_has_nothing_of_one_reader(client: Client, folder: Path, target: str) -> None:
    """Else the guard would refuse to keep it, and each reader would wait for it anew."""
    answer = client.get(target)
    text = answer.content.decode()

    assert not any(
        mark in text for mark in ("csrfmiddlewaretoken", "userbar", "nonce=", '<form method="post')
    )
    assert not answer.cookies
    assert is_kept(answer)
    assert len(kept_files(folder)) == 1


def test_head_has_the_headers_of_get_and_no_text(client: Client) -> None:
    made = client.head(HAVEN)
    get = client.get(HAVEN)
    kept = client.head(HAVEN)

    assert made.content == kept.content == b""
    assert same(kept) == same(get)
    assert made["Content-Length"] == get["Content-Length"]


@pytest.mark.parametrize(
    "target",
    ["/inloggen/", "/beheer/", "/bestaat-niet/", "/livez", "/healthz", "/wachtwoord/vergeten/"],
)
def test_screens_of_people_and_machines_are_not_kept(
    client: Client, folder: Path, target: str
) -> None:
    client.get(target)

    assert not kept_files(folder)


@override_settings(ALLOWED_HOSTS=["testserver", ".stad.example"])
@pytest.mark.parametrize("host", ["a.stad.example", "testserver:81", "TESTSERVER", "testserver."])
def test_only_known_names_are_kept(client: Client, folder: Path, host: str) -> None:
    """R-29: else a stranger makes as many copies of the site as there are names."""
    assert client.get(HAVEN, headers={"host": host}).status_code in {200, 400}

    assert not kept_files(folder)


def test_unknown_host_gets_no_kept_answer(client: Client) -> None:
    client.get(HAVEN)

    assert client.get(HAVEN, headers={"host": "kwaad.example"}).status_code == 400


def test_language_of_the_browser_changes_nothing(client: Client) -> None:
    answers = [
        client.get("/", headers={"accept-language": language})
        for language in ("en", "tr,nl;q=0.1", "")
    ]
    with override_settings(PAGE_CACHE=False):
        answers += [client.get("/", headers={"accept-language": x}) for x in ("en", "ar", "nl")]

    assert len({answer.content for answer in answers}) == 1
    assert {answer["Content-Language"] for answer in answers} == {"nl"}


def test_switched_off_nothing_is_kept_and_all_works(client: Client, folder: Path) -> None:
    with override_settings(PAGE_CACHE=False):
        first = client.get(HAVEN)
        again = client.get(HAVEN, headers={"if-none-match": first["ETag"]})

    assert not folder.exists() or not kept_files(folder)
    assert (first.status_code, again.status_code) == (200, 304)


def test_form_with_a_token_is_never_kept(
    client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_form(request: HttpRequest) -> HttpResponse:
        return HttpResponse('<input type="hidden" name="csrfmiddlewaretoken" value="x">')

    _answer_with(with_form, client, monkeypatch)

    assert not kept_files(folder)


def test_who_says_never_is_not_kept(
    client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def own(request: HttpRequest) -> HttpResponse:
        never("a test")
        return HttpResponse("hallo")

    answer = _answer_with(own, client, monkeypatch)

    assert not kept_files(folder)
    assert "ETag" not in answer.headers


def _answer_with(view: Any, client: Client, monkeypatch: pytest.MonkeyPatch) -> Any:
    from django.urls import resolve

    open_to_all("wijken")
    monkeypatch.setattr(resolve("/wijken/").func, "__wrapped__", None, raising=False)
    monkeypatch.setattr(home_views, "render", lambda *args, **kwargs: csrf_exempt(view)(args[0]))
    return client.get("/wijken/")
