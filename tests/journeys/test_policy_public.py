"""A reader without an account: nothing is kept, no other host is asked, nothing is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.addresses import all_pages
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.watching import Watch

pytestmark = pytest.mark.e2e

# A form with a token may have its cookie: that is asked for (Tw 11.7a).
FORMS = (
    "/inloggen/",
    "/wachtwoord/vergeten/",
    "/oude-sluis/agenda/aandragen/",
    "/nieuwsbrief/aanmelden/",
    "/oude-sluis/nieuwsbrief/aanmelden/",
    "/nieuwsbrief/mijn/",
    "/signaal/nieuw/",
    "/signaal/nieuw/?wijk=oude-sluis",
    "/signaal/attenderen/?wijk=oude-sluis",
    "/idee/",
    "/idee/?wijk=oude-sluis",
)
KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie]"


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_reading_leaves_nothing_behind_and_asks_nobody_else(
    sit_down: Callable[..., Desk], viewport: dict[str, int]
) -> None:
    desk = sit_down(viewport)
    watch = Watch(desk)
    pages = [path for path in all_pages(desk) if path not in FORMS]

    for path in pages:
        page = desk.go(path)
        page.wait_for_load_state("networkidle")
        for summary in page.locator("summary:visible").all()[:3]:
            summary.click()
        assert page.evaluate(KEPT) == [0, 0, ""], path

    assert len(pages) > 20
    assert desk.context.cookies() == []
    assert not watch.foreign
    assert not watch.refused
    assert not watch.mistakes


def test_a_form_keeps_one_cookie_and_it_is_locked(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(PHONE)
    watch = Watch(desk)

    for path in FORMS:
        desk.go(path)

    assert {cookie["name"] for cookie in desk.context.cookies()} == {"csrftoken"}
    assert all(cookie["httpOnly"] for cookie in desk.context.cookies())
    assert not watch.refused


def test_what_stands_in_the_page_does_not_run(sit_down: Callable[..., Desk]) -> None:
    """The other way round: the policy is there, and this file sees it at work."""
    desk = sit_down(PHONE)
    watch = Watch(desk)
    page = desk.go("/")

    page.evaluate(
        """() => { const script = document.createElement('script');
        script.textContent = 'window.ran = true'; document.body.append(script);
        const image = new Image(); image.src = 'https://kwaad.example/x.png'; }"""
    )
    page.wait_for_timeout(300)

    assert page.evaluate("window.ran") is None
    assert len(watch.refused) >= 2
