"""No request, however strange, gives a mistake of ours: 0 × 5xx, each under a second (R-25, R-45).

The same requests at every run: six seeds, half a thousand requests each.
"""

from __future__ import annotations

import os
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.test.client import MULTIPART_CONTENT, encode_multipart

from tests.fuzz import payloads
from tests.fuzz.forms import Screen, screens
from tests.fuzz.sending import Report, as_query, send
from tests.security.addresses import Ground
from tests.security.conftest import ground

__all__ = ["ground"]

PUBLIC = 1_000
CMS = 1_200
FORMS = 800
PARTS = 2
"Each kind is sent in parts, so that several processes can share the work."
SENT = range(1 if os.environ.get("EXPECT_VENDOR") == "postgresql" else PARTS)
"Every request reaches SQLite; half of them PostgreSQL as well, which refuses other things."


def show(report: Report) -> str:
    """All of it: pytest cuts long texts short."""
    print(report)
    return f"{len(report.broken)} places broke"


def one_request(draw: Random, paths: list[str]) -> tuple[str, str, dict[str, object]]:
    path = draw.choice(paths)
    if draw.random() < 0.1:  # something strange in the path itself
        parts = path.split("/")
        parts[draw.randrange(1, len(parts))] = quote(
            payloads.value(draw)[:2_000].encode("utf-8", "surrogatepass"), safe="%"
        )
        path = "/".join(parts)
    method = draw.choice(payloads.METHODS)
    options: dict[str, object] = {"headers": payloads.headers(draw)}
    if method not in {"GET", "HEAD", "OPTIONS"} or draw.random() < 0.05:
        body, kind = draw.choice(payloads.BODIES)
        options |= {"data": body, "content_type": kind}
    return method, f"{path}?{as_query(payloads.query(draw))}", options


def _as_bytes(data: dict[str, Any]) -> dict[str, Any]:
    """Also of half characters, that no proper browser would send."""
    return {
        name: [part.encode("utf-8", "surrogatepass") for part in text]
        if isinstance(text, list)
        else text.encode("utf-8", "surrogatepass")
        for name, text in data.items()
    }


def attack(client: Client, paths: list[str], count: int, seed: str) -> Report:
    draw, report = Random(seed), Report()
    for _n in range(count):
        method, path, options = one_request(draw, paths)
        send(report, client, method, path, **options)
    return report


@pytest.mark.parametrize("part", SENT)
def test_no_reader_breaks_the_site(client: Client, ground: Ground, part: int) -> None:
    paths = [path for path in ground.paths() if not path.startswith("/beheer/")]
    paths += ["/", "/havenkwartier/", "/zoeken/", "/wijken/", "/havenkwartier/nieuws/", "/livez"]

    report = attack(client, paths * 1, PUBLIC // PARTS, f"lezer {part}")

    assert sum(report.statuses.values()) == PUBLIC // PARTS
    assert not report.broken, show(report)
    assert not report.slow, report


@pytest.mark.parametrize("part", SENT)
def test_no_volunteer_breaks_the_cms(ground: Ground, as_joris: Client, part: int) -> None:
    paths = [path for path in ground.paths() if path.startswith("/beheer/")]
    paths = [path for path in paths if "logout" not in path]
    as_joris.raise_request_exception = False
    paths += [path for path in paths if as_joris.get(path).status_code == 200] * 2

    report = attack(as_joris, paths, CMS // PARTS, f"beheer {part}")

    assert report.statuses[200] > 60, report
    assert not report.broken, show(report)
    assert not report.slow, report


@pytest.mark.parametrize("part", SENT)
def test_no_form_breaks_on_what_is_filled_in(ground: Ground, as_joris: Client, part: int) -> None:
    draw, report = Random(f"formulier {part}"), Report()
    as_joris.raise_request_exception = False
    found = screens(as_joris, ground)

    for _n in range(FORMS // PARTS):
        screen: Screen = draw.choice(found)
        data = payloads.spoil(draw, screen.data)
        body = encode_multipart("grens", _as_bytes(data)) if draw.random() < 0.5 else None
        if body is not None:
            kind = MULTIPART_CONTENT.replace("BoUnDaRyStRiNg", "grens")
            send(report, as_joris, "POST", screen.path, data=body, content_type=kind)
        else:
            pairs = [(name, str(text)) for name, text in data.items()]
            kind = "application/x-www-form-urlencoded"
            send(report, as_joris, "POST", screen.path, data=as_query(pairs), content_type=kind)

    assert len(found) > 15
    assert not report.broken, show(report)
    assert not report.slow, report


def test_a_mistake_would_be_seen(
    client: Client, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round: what this file looks for does turn up when it is there."""
    monkeypatch.setattr("core.search.views.clean", int)

    report = attack(client, ["/zoeken/"], 60, "tegenproef")

    assert report.broken
    assert report.statuses[500] > 0
