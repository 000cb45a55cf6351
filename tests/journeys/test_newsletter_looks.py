"""A newsletter in the making, looked at as a reader may get it (requirement N15).

Narrow and wide, light and dark, with images off, and enlarged to 200 %.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Desk

pytestmark = pytest.mark.e2e

SIZES = (360, 600, 1280)
# The least contrast of all text with the ground that it stands on (WCAG 1.4.3).
LEAST_CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => { const [r, g, b] = parts(colour).map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (e) => { for (; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (parts(colour)[3] !== 0) return colour; } return 'rgb(255, 255, 255)'; };
  const texts = [...document.querySelectorAll('p, h1, h2, h3, li, a, strong')]
    .filter((e) => e.textContent.trim() && e.getBoundingClientRect().height > 0);
  return Math.min(...texts.map((e) => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => x - y);
    return (b + 0.05) / (a + 0.05); }));
}"""


def test_a_draft_looks_right_however_it_is_read(sit_down: Callable[..., Desk]) -> None:
    joris = sit_down()
    address = make_draft(joris)
    state = joris.context.storage_state()

    for width in SIZES:
        for scheme in ("light", "dark"):
            reader = sit_down(
                {"width": width, "height": 800}, color_scheme=scheme, storage_state=state
            )
            page = reader.go(address)
            assert fits(page, width), f"{width} px, {scheme}"
            assert page.evaluate(LEAST_CONTRAST) >= 4.5, f"{width} px, {scheme}"


def test_it_can_be_read_enlarged_and_without_images(sit_down: Callable[..., Desk]) -> None:
    joris = sit_down()
    address = make_draft(joris)
    state = joris.context.storage_state()

    for width in (640, 180):  # 1280 and 360 px at 200 %
        enlarged = sit_down({"width": width, "height": 400}, storage_state=state)
        assert fits(enlarged.go(address), width), f"{2 * width} px at 200 %"

    blind = sit_down(storage_state=state)
    blind.page.route("**/*", without_images)
    page = blind.go(address)
    expect(page.get_by_role("heading", name="Binnenkort")).to_be_visible()
    pictures = page.locator("img")
    assert pictures.count() > 0
    for number in range(pictures.count()):
        assert pictures.nth(number).get_attribute("alt")


def make_draft(joris: Desk) -> str:
    """Two clicks; gives the address of the mail as it is now."""
    page = joris.log_in("joris@sluisdam.example")
    page.get_by_role("link", name="Maak een nieuwsbrief").first.click()
    page.get_by_label("Alles sinds").fill((date.today() - timedelta(days=200)).isoformat())
    page.get_by_role("button", name="Maak het concept").click()
    page.wait_for_url("**/edit/")
    return page.url.removesuffix("edit/") + "view_draft/?mode=mail"


def fits(page: Page, width: int) -> bool:
    """Whether nothing reaches past the edge."""
    return int(page.evaluate("document.documentElement.scrollWidth")) <= width


def without_images(route: Route) -> None:
    if route.request.resource_type == "image":
        route.abort()
    else:
        route.continue_()
