"""A film: nothing is asked of another site until somebody wants to see it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.axe import violations
from tests.journeys.conftest import PHONE, Desk

pytestmark = pytest.mark.e2e


def open_film(desk: Desk) -> Page:
    """The news item with a film."""
    desk.go("/oude-sluis/nieuws/")
    desk.page.get_by_role("main").get_by_role("link", name="Leerlingen dragen de tassen").click()
    return desk.page


def test_a_click_puts_the_player_in_place_and_no_sooner(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(PHONE)
    foreign: list[str] = []
    desk.context.route(
        "https://**", lambda route: (foreign.append(route.request.url), route.abort())
    )
    page = open_film(desk)
    button = page.get_by_role("button", name="Speel de video af")
    button.wait_for()
    assert [url for url in foreign if not url.startswith(desk.site)] == []

    button.focus()
    page.keyboard.press("Enter")

    player = page.locator("iframe")
    player.wait_for()
    assert player.get_attribute("title") == "Een ochtend met de tassen"
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"
    address = player.get_attribute("src") or ""
    assert address.startswith("https://www.youtube-nocookie.com/embed/sluisdambus?")


def test_without_script_there_is_a_link_that_says_where_it_leads(
    sit_down: Callable[..., Desk],
) -> None:
    page = open_film(sit_down(PHONE, java_script_enabled=False))

    link = page.get_by_role("link", name="Bekijk op YouTube")

    assert (link.get_attribute("href") or "").startswith("https://www.youtube")


def test_what_is_said_opens_with_the_keyboard(sit_down: Callable[..., Desk]) -> None:
    page = open_film(sit_down(PHONE))
    page.get_by_text("Lees wat er gezegd wordt").focus()
    page.keyboard.press("Space")

    assert page.get_by_text("Ik draag de aardappels").is_visible()
    assert not violations(page)
