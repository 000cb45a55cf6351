"""A first visit is light: a phone on a poor line must not wait (issue's 'Speed')."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.journeys.conftest import PHONE, Desk

pytestmark = pytest.mark.e2e


@dataclass
class Visit:
    """What one page fetched: bytes over the wire by kind, and how many requests."""

    kinds: dict[str, int] = field(default_factory=dict)
    requests: int = 0

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


def first_visit(desk: Desk, path: str) -> Visit:
    """Open a page with an empty cache and weigh all it asks for, without scrolling."""
    session = desk.context.new_cdp_session(desk.page)
    session.send("Network.enable")
    visit = Visit()
    types: dict[str, str] = {}
    session.on("Network.responseReceived", lambda e: types.update({e["requestId"]: e["type"]}))

    def finished(event: dict[str, object]) -> None:
        kind = types.get(str(event["requestId"]), "Other")
        visit.kinds[kind] = visit.kinds.get(kind, 0) + int(str(event["encodedDataLength"]))
        visit.requests += 1

    session.on("Network.loadingFinished", finished)
    desk.page.goto(f"{desk.site}{path}", wait_until="networkidle")
    return visit


@pytest.mark.parametrize(
    ("path", "bytes_at_most", "requests_at_most"),
    [
        ("/huisregels/", 45_000, 6),
        ("/oude-sluis/wijkteam/", 120_000, 12),
        ("/", 120_000, 12),
        ("/oude-sluis/", 120_000, 12),
        ("/ar/oude-sluis/", 170_000, 14),
    ],
)
def test_a_first_visit_is_light(
    sit_down: Callable[..., Desk], path: str, bytes_at_most: int, requests_at_most: int
) -> None:
    visit = first_visit(sit_down(PHONE), path)

    print(path, visit)
    assert visit.kinds.get("Document")
    assert visit.total <= bytes_at_most, visit
    assert visit.requests <= requests_at_most, visit
    assert visit.kinds.get("Script", 0) <= 3_000, visit
