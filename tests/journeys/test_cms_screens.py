"""axe finds nothing on the screens of the CMS that are ours: the beginning and the handbook."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.test_accessibility import RULES

pytestmark = pytest.mark.e2e

SCREENS = [
    "/beheer/",
    "/beheer/handleiding/",
    "/beheer/handleiding/rollen/",
    "/beheer/handleiding/fotos/",
    "/beheer/nieuwsbrief/verzendingen/",
    "/beheer/uitgaande-mail/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_our_screens(
    sit_down: Callable[..., Desk], viewport: dict[str, int], scheme: str
) -> None:
    desk = sit_down(viewport, color_scheme=scheme)
    desk.log_in("fatma@sluisdam.example")
    found: list[str] = []

    for path in SCREENS:
        page = desk.go(path)
        found += [f"{path}: {violation['id']}" for violation in violations(page, RULES)]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]

    assert not found
