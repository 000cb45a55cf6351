"""axe finds nothing on any page type, on a phone and a desk, in light and dark (L1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.addresses import all_pages
from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk

pytestmark = pytest.mark.e2e

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(
    sit_down: Callable[..., Desk], viewport: dict[str, int], scheme: str
) -> None:
    desk = sit_down(viewport, color_scheme=scheme)
    found: list[str] = []

    for path in all_pages(desk):
        page = desk.go(path)
        found += [
            f"{path}: {violation['id']} {[node['target'] for node in violation['nodes'][:3]]}"
            for violation in violations(page, RULES)
        ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/", "/oude-sluis/", "/oude-sluis/nieuws/", "/ar/oude-sluis/"])
def test_nothing_scrolls_sideways_at_320_pixels(sit_down: Callable[..., Desk], path: str) -> None:
    page = sit_down({"width": 320, "height": 640}).go(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_wrong_login_is_said_where_it_went_wrong(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(PHONE)
    page = desk.go("/inloggen/")
    page.locator("main").get_by_role("button", name="Inloggen").click()

    expect(page.get_by_role("alert")).to_be_visible()
    assert not violations(page, RULES)


def test_page_is_read_with_the_keyboard_alone(sit_down: Callable[..., Desk]) -> None:
    page = sit_down(DESK).go("/oude-sluis/")

    page.keyboard.press("Tab")
    assert "inhoud" in page.evaluate("document.activeElement.textContent").lower()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_public_pages_ask_nothing_of_other_hosts_and_break_no_policy(
    sit_down: Callable[..., Desk],
) -> None:
    desk = sit_down(DESK)
    requests: list[str] = []
    complaints: list[str] = []
    desk.page.on("request", lambda request: requests.append(request.url))
    desk.page.on("console", lambda message: complaints.append(message.text))

    for path in ("/", "/oude-sluis/", "/oude-sluis/nieuws/", "/zoeken/?q=bus", "/ar/oude-sluis/"):
        desk.go(path)

    assert all(url.startswith(desk.site) for url in requests)
    assert not [text for text in complaints if "Content Security Policy" in text]
    assert not desk.context.cookies()
