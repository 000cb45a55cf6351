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


INITIATIVE = "Boodschappenservice"
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_our_screens(
    sit_down: Callable[..., Desk], viewport: dict[str, int], scheme: str
) -> None:
    desk = sit_down(viewport, color_scheme=scheme)
    desk.log_in("fatma@sluisdam.example")
    found = [wrong for path in SCREENS for wrong in wrongs(desk, path)]

    assert not found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing_on_the_screens_of_initiatives(
    sit_down: Callable[..., Desk], viewport: dict[str, int], scheme: str
) -> None:
    desk = sit_down(viewport, color_scheme=scheme)
    desk.log_in("fatma@sluisdam.example")
    screens = initiative_screens(desk)
    found = [wrong for path in screens for wrong in wrongs(desk, path)]

    assert len(screens) == 11
    assert not found


def initiative_screens(desk: Desk) -> list[str]:
    """The lists, an idea, an initiative, and where its buttons lead: to help, support, merging."""
    queue, overview = "/beheer/initiatieven/ideeen/", "/beheer/initiatieven/"
    idea = _linked(desk, queue, ".signalen__naam")[0]
    desk.go(overview).get_by_role("link", name=INITIATIVE, exact=True).click()
    own = desk.page.url
    buttons = _linked(desk, own, "main .signalen__knoppen a.button")
    needs = next(path for path in buttons if "initiatiefhulp" in path)
    need = _linked(desk, needs, "main .listing a")[0]
    phone = _linked(desk, need, "main a.button")[0]
    new = f"{overview}ideeen/nieuw/"
    return [
        queue,
        overview,
        new,
        idea,
        own,
        *buttons,
        need,
        phone,
        "/beheer/handleiding/initiatieven/",
    ]


def _linked(desk: Desk, path: str, selector: str) -> list[str]:
    links = desk.go(path).locator(selector).all()
    return [str(link.get_attribute("href")) for link in links]


def wrongs(desk: Desk, path: str) -> list[str]:
    """What axe finds with everything open, and whether the screen is as wide as the window."""
    page = desk.go(path)
    page.evaluate(OPEN_ALL)
    found = [f"{path}: {violation['id']}" for violation in violations(page, RULES)]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*found, f"{path}: too wide"] if wide else found
