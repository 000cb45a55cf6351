"""What is fetched of another site, and when it is enough."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
from typing import Any

import pytest

from core.fetching import FetchRefused, fetch
from tests.core.fetching.listener import Listener, listening, said

TYPES = ("text/calendar", "text/plain")


@pytest.fixture
def allow(settings: Any) -> Any:
    """Let the own listener be asked."""

    def of(*listeners: Listener) -> None:
        settings.FETCH_LOCAL_PORTS = frozenset(one.port for one in listeners)

    return of


def refused(url: str, **said_of_it: Any) -> str:
    with pytest.raises(FetchRefused) as caught:
        fetch(url, types=TYPES, **said_of_it)
    return caught.value.code


def test_what_another_site_says_is_read(allow: Any) -> None:
    with listening(said(b"BEGIN:VCALENDAR", 'ETag: "a1"', "Last-Modified: Mon")) as site:
        allow(site)
        found = fetch(f"{site.address}agenda.ics?wijk=haven", types=TYPES)

    assert (found.content, found.content_type) == (b"BEGIN:VCALENDAR", "text/calendar")
    assert (found.etag, found.last_modified) == ('"a1"', "Mon")
    [asked] = site.asked
    assert asked.startswith(b"GET /agenda.ics?wijk=haven HTTP/1.1\r\n")
    assert b"Cookie" not in asked
    assert f"Host: 127.0.0.1:{site.port}\r\n".encode() in asked


def test_what_did_not_change_is_not_sent_again(allow: Any) -> None:
    with listening(b"HTTP/1.1 304 Not Modified\r\n\r\n") as site:
        allow(site)
        found = fetch(site.address, types=TYPES, etag='"a1"', last_modified="Mon\r\nX: 1")

    assert found.is_unchanged
    assert b'If-None-Match: "a1"' in site.asked[0]
    assert b"X: 1" not in site.asked[0]


def test_packed_text_is_unpacked(allow: Any) -> None:
    with listening(said(gzip.compress(b"tekst"), "Content-Encoding: gzip")) as site:
        allow(site)
        assert fetch(site.address, types=TYPES).content == b"tekst"


def test_a_redirect_is_followed_a_few_times(allow: Any) -> None:
    there = said(b"", "Location: /elders.ics", status="302 Found")
    with listening(there, said(b"gevonden")) as site:
        allow(site)
        assert fetch(site.address, types=TYPES).content == b"gevonden"
    with listening(there) as site:
        allow(site)
        assert refused(site.address) == "redirects"
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (said(b"", status="404 Not Found"), "status"),
        (said(b"", status="500 Oops"), "status"),
        (said(b"<html>", kind="text/html"), "type"),
        (said(b"MZ", kind="application/zip"), "type"),
        (b"HTTP/1.1 200 OK\r\n\r\nzonder soort", "type"),
        (b"geen http", "answer"),
        (b"", "connect"),
        (said(b"tekst").replace(b"Length: 5", b"Length: 50"), "answer"),
        (said(b"geen gzip", "Content-Encoding: gzip"), "answer"),
        (said(gzip.compress(b"tekst" * 99)[:-9], "Content-Encoding: gzip"), "answer"),
        (said(b"tekst", "Content-Encoding: br"), "answer"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "answer"),
    ],
)
def test_answers_without_sense_are_refused_in_words(allow: Any, answer: bytes, code: str) -> None:
    with listening(answer) as site:
        allow(site)
        assert refused(site.address) == code


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n\r\n")
    while True:
        connection.sendall(b"A" * 65536)


def test_ten_gigabytes_stop_at_two_megabytes(allow: Any) -> None:
    with listening(endless) as site:
        allow(site)
        tracemalloc.start()
        assert refused(site.address) == "large"
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert most < 10_000_000


def test_a_small_packed_file_does_not_become_a_large_one(allow: Any) -> None:
    bomb = gzip.compress(b"A" * 200_000_000, compresslevel=9)
    assert len(bomb) < 500_000
    with listening(said(bomb, "Content-Encoding: gzip")) as site:
        allow(site)
        tracemalloc.start()
        assert refused(site.address) == "large"
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert most < 10_000_000


def drip(connection: socket.socket) -> None:
    """A letter now and then: no single wait is long."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n")
    for letter in b"X-Slow: " + b"a" * 400:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def drip_text(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n\r\n")
    for _n in range(400):
        connection.sendall(b"a")
        time.sleep(0.05)


def silent(connection: socket.socket) -> None:
    time.sleep(3)


@pytest.mark.parametrize("answer", [drip, drip_text, silent])
def test_who_is_slow_does_not_keep_us(allow: Any, answer: Any) -> None:
    with listening(answer) as site:
        allow(site)
        begin = time.monotonic()
        assert refused(site.address, seconds=0.6) == "slow"
        assert time.monotonic() - begin < 2


def test_refusals_are_for_people_and_tell_nothing_of_inside(allow: Any) -> None:
    with pytest.raises(FetchRefused) as caught:
        fetch("https://127.0.0.1/", types=TYPES)

    assert str(caught.value) == "Dit adres is niet van een openbare site."
