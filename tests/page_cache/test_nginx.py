"""nginx gives kept answers without asking the site: the same bytes, the same headers, no more."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest
from wagtail.models import PageViewRestriction

from core.page_cache import drop_all, keeping
from core.page_cache.address import Address
from core.page_cache.day import hour_of, today
from core.page_cache.generation import read_state
from core.page_cache.headers import common_headers
from core.page_cache.keeping import Made
from tests.factories import news
from tests.page_cache.city import HAVEN, haven, news_of
from tests.page_cache.conftest import wait_a_second
from tests.page_cache.front_door import Raw, ask, find_nginx, nginx
from tests.page_cache.other_process import OtherProcess, free_port

# Where all must hold (.ci/run) it is installed; elsewhere it may be missing.
MAY_SKIP = find_nginx() is None and not os.environ.get("CI")
pytestmark = pytest.mark.skipif(MAY_SKIP, reason="nginx is not installed")

# What a server says of itself and of the moment.
OF_THE_SERVER = {"date", "server", "connection", "x-request-id"}
PAGES = ("/", HAVEN, f"{HAVEN}nieuws/", "/nieuws/", f"{HAVEN}wijkteam/", "/wijken/", "/privacy/")
FILES = ("/rss.xml", f"{HAVEN}rss.xml", "/sitemap.xml", "/sitemap-0.xml", "/robots.txt")
FILM = [("video", {"title": "Film", "url": "https://youtu.be/aqz-KE-bpKQ"})]
TO_THE_SITE = 503  # of an nginx behind which no site is


@pytest.fixture(scope="module")
def door(other: OtherProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx before the site."""
    site = other.base_url.removeprefix("http://")
    with nginx(tmp_path_factory.mktemp("nginx"), free_port(), site=site) as port:
        yield port


@pytest.fixture(scope="module")
def alone(other: OtherProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx whose site is away: what it answers, it has from the folder."""
    nobody = f"127.0.0.1:{free_port()}"
    with nginx(tmp_path_factory.mktemp("nginx"), free_port(), site=nobody) as port:
        yield port


def site_port(other: OtherProcess) -> int:
    return int(other.base_url.rpartition(":")[2])


def headers_of(answer: Raw) -> list[tuple[str, str]]:
    found = [(name.lower(), value) for name, value in answer.headers]
    return sorted(pair for pair in found if pair[0] not in OF_THE_SERVER)


def keep(other: OtherProcess, target: str) -> Raw:
    """The answer that is made and kept, under the host that nginx asks for."""
    wait_a_second()
    miss = ask(site_port(other), target)
    assert miss.status == 200, target
    return miss


@pytest.fixture(scope="module")
def targets(other: OtherProcess) -> list[str]:
    """All kinds of pages and files; one of the pages has a film."""
    film = news(news_of(haven()), "Met een film")
    film.body = FILM
    film.save_revision().publish()
    return [*PAGES, *FILES, film.get_url()]


@pytest.fixture(scope="module")
def made() -> dict[str, Raw]:
    """What was made last."""
    return {}


@pytest.fixture
def kept(
    other: OtherProcess, alone: int, targets: list[str], made: dict[str, Raw]
) -> dict[str, Raw]:
    """The answers as they were made; made anew when another test dropped some of them."""
    if not made or any(ask(alone, each).body != answer.body for each, answer in made.items()):
        drop_all("test")
        wait_a_second()
        made.update({each: ask(site_port(other), each) for each in targets})
    return made


def test_miss_hit_and_nginx_are_equal(
    other: OtherProcess, kept: dict[str, Raw], door: int, alone: int
) -> None:
    for target, miss in kept.items():
        hit, before, by_itself = (ask(port, target) for port in (site_port(other), door, alone))

        assert miss.body == hit.body == before.body == by_itself.body, target
        assert headers_of(miss) == headers_of(hit) == headers_of(before), target
        assert headers_of(by_itself) == headers_of(hit), target
        assert hit.named("content-security-policy"), target


def test_compressed_and_conditional_answers_are_equal_too(
    other: OtherProcess, kept: dict[str, Raw], alone: int
) -> None:
    ways = ["Accept-Encoding: gzip", "Accept-Encoding: gzip;q=0", "Accept-Encoding: br, GZIP;q=0.5"]
    ways += ["Accept-Encoding: deflate", "Accept-Encoding: gzip;q=0.0, br", "Range: bytes=0-9"]
    for target in kept:
        marks = [ask(alone, target, *(way for way in ways[:1] if zipped)) for zipped in (0, 1)]
        known = [f"If-None-Match: {mark.named('etag')[0]}" for mark in marks]
        known.append(f"If-Modified-Since: {marks[0].named('last-modified')[0]}")
        known.append("If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT")
        for asked in [
            *([way] for way in [*ways, *known]),
            [ways[0], known[1]],
            [ways[0], known[0]],
        ]:
            hit, by_itself = ask(site_port(other), target, *asked), ask(alone, target, *asked)

            assert (by_itself.status, by_itself.body) == (hit.status, hit.body), (target, asked)
            assert headers_of(by_itself) == headers_of(hit), (target, asked)
    assert ask(alone, "/", known[0]).status in {200, 304}


def test_head_has_the_headers_and_no_text(
    other: OtherProcess, kept: dict[str, Raw], alone: int
) -> None:
    hit, by_itself = (ask(port, "/", method="HEAD") for port in (site_port(other), alone))

    assert headers_of(hit) == headers_of(by_itself)
    assert hit.body == by_itself.body == b""
    assert by_itself.named("content-length") == ask(alone, "/").named("content-length")


@pytest.mark.parametrize(
    "target",
    [
        "/?q=1",
        "/?",
        "//",
        "//havenkwartier/",
        "/havenkwartier//",
        "/./",
        "/havenkwartier/../",
        "/havenkwartier/..%2f",
        "/%2e/",
        "/%68avenkwartier/",
        "/HAVENKWARTIER/",
        "/havenkwartier",
        "/havenkwartier/.",
        "/havenkwartier/,0.html",
        "/havenkwartier/%2c0.html",
        "/havenkwartier/%00",
        "/havenkwartier/%",
        "/havenkwartier%2f",
        "/havenkwartier/;a=1",
        "/havenkwartier/#a",
        "/../../state",
        "/../../../lock",
        "/..%2f..%2fstate",
        "/answers/",
        "/tags/",
        "/rss.xml/",
        "/rss.xml/style.css",
        "/style.css",
        "/beheer/",
        "/inloggen/",
        "/static/css/site.css",
        "/havenkwartier/" + "a" * 300 + "/",
        "/" + "a/" * 700,
        "/havenkwartier/\xc3\xa9/",
    ],
)
def test_any_other_way_to_write_an_address_goes_to_the_site(
    kept: dict[str, Raw], alone: int, target: str
) -> None:
    """R-29: an address that only looks like one of ours is not ours."""
    assert ask(alone, target).status in {TO_THE_SITE, 400}


@pytest.mark.parametrize(
    ("headers", "method"),
    [
        (["Cookie: sessionid=x"], "GET"),
        (["Cookie: a=1; sessionid=x"], "GET"),
        (["Cookie: a=1;sessionid="], "GET"),
        (["Cookie: messages=x"], "GET"),
        (["Cookie: a=1", "Cookie: sessionid=x"], "GET"),
        (["Authorization: Basic eDp4"], "GET"),
        ([], "POST"),
        ([], "OPTIONS"),
        ([], "DELETE"),
    ],
)
def test_somebody_or_something_else_goes_to_the_site(
    kept: dict[str, Raw], alone: int, headers: list[str], method: str
) -> None:
    assert ask(alone, "/", *headers, method=method).status == TO_THE_SITE


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "127.0.0.2", "x"])
def test_another_host_goes_to_the_site(kept: dict[str, Raw], alone: int, host: str) -> None:
    assert ask(alone, "/", host=host).status == TO_THE_SITE


@pytest.mark.parametrize("host", ["127.0.0.1:1", "127.0.0.1.", "LOCALHOST"])
def test_other_ways_to_write_the_host_get_the_same(
    kept: dict[str, Raw], alone: int, host: str
) -> None:
    answer = ask(alone, "/", host=host)

    assert answer.status == TO_THE_SITE or answer.body == kept["/"].body


def test_headers_of_a_stranger_change_nothing(kept: dict[str, Raw], alone: int) -> None:
    odd = [
        "X-Forwarded-Host: kwaad.example",
        "X-Original-URL: /beheer/",
        "X-Forwarded-Proto: https",
    ]
    odd += ["Accept-Language: en", "Cookie: csrftoken=x; _ga=1", "X-Forwarded-Prefix: /kwaad"]

    answer = ask(alone, "/", *odd)

    assert answer.body == kept["/"].body
    assert headers_of(answer) == headers_of(kept["/"])


def test_page_that_ends_today_is_given_until_a_whole_hour_before(
    other: OtherProcess, kept: dict[str, Raw], alone: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """nginx looks at its own clock; the site knows the rest."""
    state, made_in = read_state(), time.time()
    assert state is not None
    monkeypatch.setattr(keeping, "build", lambda: state.build)
    headers = {**common_headers("0", secure=False), "Content-Language": "nl"}
    headers["Content-Type"] = "text/html; charset=utf-8"
    for target, until in (("/straks/", today().ends - 1), ("/zo/", made_in + 2)):
        address = Address("http-127.0.0.1", target, "")
        assert keeping.keep(Made(address, headers, b"agenda", frozenset(), until, state))

    given = ask(alone, "/straks/")
    if hour_of(made_in) < 23:
        assert (given.status, given.body) == (200, b"agenda")
        assert headers_of(given)
    assert ask(alone, "/zo/").status == TO_THE_SITE or hour_of(made_in) != hour_of(made_in + 2)


def test_what_was_dropped_nginx_no_longer_gives(
    other: OtherProcess, kept: dict[str, Raw], door: int, alone: int
) -> None:
    page = news(news_of(haven()), "Eerst open")
    target = page.get_url()
    keep(other, target)
    assert ask(alone, target).status == 200

    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert ask(alone, target).status == TO_THE_SITE
    assert ask(door, target).status == 302
