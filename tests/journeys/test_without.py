"""Without a mouse, and without JavaScript: the whole public site still does its work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.addresses import all_pages
from tests.journeys.conftest import DESK, PHONE, Desk

pytestmark = pytest.mark.e2e

# What a script adds for convenience; nobody needs it.
ADDED = {"Laat zien wat ik typ"}
# The ring stands around what has the focus, or around the card that is one link as a whole.
FOCUS = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const ringed = (o) => { const style = getComputedStyle(o);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; };
  return { text: (e.innerText || e.value || e.getAttribute('aria-label') || e.name || '').trim(),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    ring: [e, e.closest('.card')].some((o) => o && ringed(o)) };
}"""


def tab_to(page: Page, text: str, *, at_most: int = 60) -> None:
    """Press Tab until something with this text has the focus; each stop must show where it is."""
    for _press in range(at_most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["seen"], f"the focus is out of sight: {focus}"
        assert focus["ring"], f"the focus cannot be seen: {focus}"
        if text.lower() in focus["text"].lower():
            return
    raise AssertionError(f"'{text}' is not reached with the keyboard")


def test_a_resident_finds_news_with_the_keyboard_alone(sit_down: Callable[..., Desk]) -> None:
    page = sit_down(DESK).go("/")

    tab_to(page, "Naar de inhoud")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Oude Sluis")
    page.keyboard.press("Enter")
    page.wait_for_url("**/oude-sluis/")
    for _whose in ("the city's", "the city's newsletters", "the ward's"):
        tab_to(page, "Nieuws")
    page.keyboard.press("Enter")
    page.wait_for_url("**/oude-sluis/nieuws/")
    first = page.locator("main .card a").first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")

    page.wait_for_url("**/oude-sluis/nieuws/20*/**")
    assert page.locator("h1").inner_text() == first


def test_another_ward_is_chosen_with_the_keyboard_alone(sit_down: Callable[..., Desk]) -> None:
    page = sit_down(PHONE).go("/oude-sluis/")

    tab_to(page, "Andere wijk")
    page.keyboard.press("Enter")
    tab_to(page, "Molenpolder")
    page.keyboard.press("Enter")

    page.wait_for_url("**/molenpolder/")
    assert page.locator("h1").inner_text() == "Molenpolder"


def test_every_page_reads_without_scripts(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(PHONE)
    paths = all_pages(desk)
    plain = sit_down(PHONE, java_script_enabled=False)
    other: list[str] = []

    for path in paths:
        # The worker goes on meanwhile: what it changed between two looks is the same the next time.
        if not any(reads_the_same(desk, plain, path) for _look in range(2)):
            other.append(path)

    assert not other


def reads_the_same(desk: Desk, plain: Desk, path: str) -> bool:
    """Whether a page says the same with scripts and without."""
    with_scripts = desk.go(path).locator("main").inner_text().splitlines()
    without = plain.go(path).locator("main").inner_text().splitlines()
    return bool(without) and [line for line in with_scripts if line not in ADDED] == without


def test_finding_a_ward_and_searching_work_without_scripts(sit_down: Callable[..., Desk]) -> None:
    page = sit_down(PHONE, java_script_enabled=False).go("/")

    page.get_by_label("In welke wijk woont u?").fill("Havenkwartier")
    page.get_by_role("button", name="Zoek mijn wijk").click()
    page.wait_for_url("**/havenkwartier/")
    page.locator(".ward-switch summary").click()
    page.locator(".ward-switch").get_by_role("link", name="Oude Sluis").click()
    page.wait_for_url("**/oude-sluis/")
    page.get_by_role("link", name="Zoek op de site").click()
    page.get_by_label("Wat zoekt u?").fill("bus")
    page.locator("main").get_by_role("button", name="Zoek").click()

    expect(page.locator("main .card").first).to_be_visible()
