"""Nobody reaches with an address what stands behind our door (R-30)."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from core.fetching import FetchRefused, fetch
from core.fetching import connection as fetch_connection
from tests.core.fetching.listener import listening, said

TYPES = ("text/calendar",)
PUBLIC = "93.184.216.34"


def refused(url: str) -> str:
    with pytest.raises(FetchRefused) as caught:
        fetch(url, types=TYPES, seconds=2)
    return caught.value.code


@pytest.mark.parametrize(
    "url",
    [
        "http://{}/",
        "https://{}/",
        "https://127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:{port}/_x",
        "https://localhost:{port}/",
        "//127.0.0.1:{port}/",
        "javascript:alert(1)",
        "https://anna:geheim@127.0.0.1:{port}/",
        "https://@127.0.0.1:{port}/",
        "https://127.0.0.1:{port}\\@example.nl/",
        "https://127.0.0.1:{port}/\r\nHost: x",
        "https://127.0.0.1:99999/",
        "https://[::1/",
        "https://%31/",
        "",
    ],
)
def test_addresses_of_another_kind_make_no_connection(url: str) -> None:
    with listening(said(b"geheim")) as inside:
        refused(url.replace("{port}", str(inside.port)))

    assert inside.asked == []


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "192.88.99.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
    ],
)
def test_names_that_lead_inside_are_refused(monkeypatch: pytest.MonkeyPatch, ip: str) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *of, **more: [(2, 1, 6, "", (ip, 443)), (2, 1, 6, "", ip_ok)]
    )
    ip_ok = (PUBLIC, 443)
    monkeypatch.setattr(
        fetch_connection.socket, "create_connection", lambda *of, **more: asked.append(of)
    )

    assert refused("https://bieb.example/agenda.ics") == "inside"
    assert asked == []


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:7f00:1]"])
def test_numbers_written_in_another_way_are_understood(host: str) -> None:
    assert refused(f"https://{host}/") in {"inside", "unknown"}


def test_a_public_address_is_asked() -> None:
    """The negative control: not everything is refused."""
    from core.fetching.address import may_ask

    assert may_ask(PUBLIC, 443)
    assert may_ask("2606:2800:220:1:248:1893:25c8:1946", 443)
    assert may_ask(f"::ffff:{PUBLIC}", 443)


def test_the_connection_goes_to_the_address_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that leads outside when it is looked at, and inside when it is asked."""
    answers = iter([PUBLIC, "127.0.0.1", "127.0.0.1"])
    asked: list[Any] = []

    def connect(address: Any, *of: Any, **more: Any) -> Any:
        asked.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *of, **more: [(2, 1, 6, "", (next(answers), 443))]
    )
    monkeypatch.setattr(fetch_connection.socket, "create_connection", connect)

    assert refused("https://wissel.example/agenda.ics") == "connect"
    assert asked == [(PUBLIC, 443)]


def test_a_redirect_inside_makes_no_connection(settings: Any) -> None:
    with listening(said(b"geheim")) as inside:
        for there in (
            f"http://127.0.0.1:{inside.port}/",
            f"http://localhost:{inside.port}/",
            f"http://[::ffff:127.0.0.1]:{inside.port}/",
            "http://169.254.169.254/latest/meta-data/",
            "file:///etc/passwd",
            f"gopher://127.0.0.1:{inside.port}/",
            f"http://x:y@127.0.0.1:{inside.port}/",
        ):
            answer = said(b"", f"Location: {there}", status="302 Found")
            with listening(answer) as outside:
                settings.FETCH_LOCAL_PORTS = frozenset({outside.port})
                assert refused(outside.address) in {"inside", "port", "scheme", "login"}
            assert len(outside.asked) == 1

    assert inside.asked == []


def test_http_only_where_the_settings_say_so(settings: Any) -> None:
    assert refused("http://127.0.0.1/") == "scheme"
    settings.FETCH_HTTP = True
    assert refused("http://127.0.0.1/") == "inside"


def test_the_proxy_of_the_environment_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    with listening(said(b"proxy")) as proxy, listening(said(b"zelf")) as site:
        settings.FETCH_LOCAL_PORTS = frozenset({site.port})
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address)
        assert fetch(site.address, types=TYPES).content == b"zelf"

    assert proxy.asked == []


def test_no_setting_of_the_environment_opens_ports_inside() -> None:
    from django.conf import settings

    assert frozenset() == settings.FETCH_LOCAL_PORTS
    assert settings.FETCH_HTTP is False
