"""The CMS works under its policy: choosers, calendars, blocks, lines; nothing else inline."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, Desk
from tests.journeys.watching import Watch

pytestmark = pytest.mark.e2e

SCREENS = [
    "/beheer/",
    "/beheer/account/",
    "/beheer/handleiding/",
    "/beheer/handleiding/fotos/",
    "/beheer/images/",
    "/beheer/images/add/",
    "/beheer/documents/",
    "/beheer/documents/add/",
    "/beheer/pages/",
    "/beheer/pages/search/?q=bus",
    "/beheer/reports/site-history/",
    "/beheer/reports/workflow/",
    "/beheer/buurt/",
    "/beheer/buurt/new/",
    "/beheer/uitnodiging/new/",
    "/beheer/lidmaatschap/",
    "/beheer/nieuwsbrief/verzendingen/",
    "/beheer/uitgaande-mail/",
]
OF_THE_CITY = [
    "/beheer/stijl/",
    "/beheer/stijl/tekst/",
    "/beheer/stijl/formulieren/",
    "/beheer/wijken-importeren/",
    "/beheer/nieuwe-wijk/",
    "/beheer/taken/",
    "/beheer/settings/core/stadinstellingen/",
    "/beheer/redirects/",
    "/beheer/redirects/add/",
]


STARTED = """() => [...document.querySelectorAll('input[name^=latest_revision_created_at]')]
  .filter(field => window.jQuery(field).data('xdsoft_datetimepicker')).length"""


def number_of(desk: Desk, title: str) -> str:
    """The page of Fatma's ward with this title."""
    page = desk.go(f"/beheer/pages/search/?q={title}")
    link = page.locator("main a[href$='/edit/']", has_text=title).first.get_attribute("href")
    assert link
    return link.split("/")[3]


@pytest.fixture
def fatma(sit_down: Callable[..., Desk]) -> Iterator[Desk]:
    """Fatma at her desk; in the end nothing was refused, and no script broke."""
    desk = sit_down(DESK)
    watch = Watch(desk)
    desk.log_in("fatma@sluisdam.example")
    yield desk
    assert not watch.refused, "\n".join(watch.refused)
    assert not watch.mistakes, "\n".join(watch.mistakes)
    assert not watch.foreign


def test_every_kind_of_screen_opens(fatma: Desk) -> None:
    for path in SCREENS:
        fatma.go(path).wait_for_load_state("networkidle")
        assert fatma.status == 200, path


def test_the_screens_of_the_city_open(sit_down: Callable[..., Desk]) -> None:
    desk = sit_down(DESK)
    watch = Watch(desk)
    desk.log_in("beheer@sluisdam.example")

    for path in OF_THE_CITY:
        desk.go(path).wait_for_load_state("networkidle")
        assert desk.status in {200, 404}, path

    assert not watch.refused, "\n".join(watch.refused)


def new_item(desk: Desk) -> Page:
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    page.locator("#id_title").fill("Soep op het plein")
    return page


def test_every_block_can_be_put_in_a_story(fatma: Desk) -> None:
    page = new_item(fatma)
    page.get_by_title("Blok invoegen").first.click()
    names = page.get_by_role("option").all_inner_texts()
    page.keyboard.press("Escape")

    for name in names:
        page.get_by_title("Blok invoegen").last.click()
        page.get_by_role("option", name=name, exact=True).first.click()
        page.wait_for_timeout(200)

    assert len(names) > 8


def test_calendar_opens_in_the_editor_and_in_the_planning(fatma: Desk) -> None:
    page = new_item(fatma)

    page.locator("#id_date").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator("[data-side-panel-toggle=status]").first.click()
    page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
    page.locator("#id_go_live_at").click()
    expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)


def test_filter_of_the_explorer_has_its_calendar(fatma: Desk) -> None:
    page = fatma.go("/beheer/")
    page.get_by_role("link", name="Bekijk al je nieuws", exact=True).click()
    page.wait_for_load_state("networkidle")

    # A calendar that was started has put its name in the field.
    dates = page.locator("input[name^=latest_revision_created_at]")
    assert dates.count() == 2
    assert page.evaluate(STARTED) == 2


def test_a_picture_is_chosen_and_a_page_is_linked(fatma: Desk) -> None:
    page = new_item(fatma)

    page.get_by_role("button", name="Kies een afbeelding").first.click()
    page.get_by_role("tab", name="Uploaden").click()
    page.get_by_role("tab", name="Zoeken").click()
    page.locator(
        ".modal-content a.image-choice, .modal-content [data-chooser-modal-choice]"
    ).first.click()

    expect(page.locator(".modal-content")).to_have_count(0)
    assert page.locator("#id_image").input_value()


def test_a_member_of_the_team_is_added_with_a_photo(fatma: Desk) -> None:
    """A line that a script adds brings a chooser with an inline script of its own."""
    page = fatma.go(f"/beheer/pages/{number_of(fatma, 'Het wijkteam')}/edit/")
    page.locator("#id_teamleden-ADD").click()
    total = int(page.locator("#id_teamleden-TOTAL_FORMS").input_value())

    line = page.locator(f"#inline_child_teamleden-{total - 1}")
    line.get_by_role("button", name=re.compile("Kies")).first.click()

    expect(page.locator(".modal-content")).to_be_visible()


def test_history_usage_and_translation_open(fatma: Desk) -> None:
    found = number_of(fatma, "Oude Sluis")
    for path in ("edit", "history", "usage", "copy", "workflow_history"):
        fatma.go(f"/beheer/pages/{found}/{path}/").wait_for_load_state("networkidle")
        assert fatma.status == 200, path
    page = fatma.go(f"/beheer/localize/submit/page/{found}/")
    page.wait_for_load_state("networkidle")
    assert fatma.status == 200


def test_a_smuggled_script_does_not_run(sit_down: Callable[..., Desk]) -> None:
    """The other way round."""
    desk = sit_down(DESK)
    watch = Watch(desk)
    desk.log_in("fatma@sluisdam.example")

    desk.page.evaluate(
        """() => { document.body.insertAdjacentHTML('beforeend',
        '<img src="/nee" onerror="window.ran = 1">');
        const script = document.createElement('script');
        script.textContent = 'window.ran = 2'; document.body.append(script); }"""
    )
    desk.page.wait_for_timeout(500)

    assert desk.page.evaluate("window.ran") is None
    assert len(watch.refused) >= 2
