"""The whole story of a shopping service: from what residents told to how it ended, and beyond.

A theme of signals; an idea written on a phone; the team takes it up, ties it to the theme and finds
partners; eight people help, one of whom calls; a resident of another ward begins the same there;
each Friday it takes place; and when it is done, the page tells the whole of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import initiative_residents as residents
from tests.journeys import initiative_team as team
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.initiative_residents import CALLER, LEA, NEED, OMAR, TITLE, letter, say_yes
from tests.journeys.test_survey_story import fits, for_everybody

pytestmark = pytest.mark.e2e


def test_from_signals_to_a_bus_that_another_ward_copies(sit_down: Callable[..., Desk]) -> None:
    lea = sit_down(PHONE, has_touch=True, is_mobile=True)
    omar, guest = sit_down(PHONE, java_script_enabled=False), sit_down(java_script_enabled=False)
    fatma, reader = sit_down(DESK), sit_down(PHONE)

    fatma.log_in("fatma@sluisdam.example")
    theme = team.make_theme(fatma)
    residents.write(lea, theme)
    say_yes(lea, letter(fatma, LEA, "/idee/"))
    team.take_up(fatma, TITLE)
    page_url = look(reader, "0 van 8 gevonden")
    team.tie(fatma, TITLE)
    team.add_partners(fatma, TITLE)
    form = residents.offer(omar, page_url)
    say_yes(omar, letter(fatma, OMAR, "/initiatief/hulp/"))
    residents.see_who(lea, letter(fatma, LEA, "/hulp/"))
    copy(guest)
    residents.six_more(reader, fatma, form)
    team.write_down(fatma, TITLE, NEED, CALLER)
    residents.full(omar, page_url)
    activity = team.plan(fatma, TITLE)
    team.close(fatma, TITLE)
    read_all(reader, page_url, theme, activity)


def look(reader: Desk, found: str) -> str:
    """It stands in the list of its ward, of whom it is and how many were found."""
    page = reader.go("/oude-sluis/initiatieven/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("Lea Lente")
    expect(page.locator("main")).to_contain_text(found)
    fits(page)
    for_everybody(page)
    return page.url


def copy(guest: Desk) -> None:
    """Somebody of Spoorzicht finds on the hub what asks for help, and begins the same there."""
    page = guest.go("/initiatieven/")
    page.locator("summary", has_text="Kies wat u wilt zien").click()
    page.get_by_label("Alleen wat hulp zoekt").check()
    page.get_by_role("button", name="Toon initiatieven").last.click()
    page.wait_for_url("**hulp=ja**")
    card = page.locator("main li", has=page.get_by_role("link", name=TITLE)).first
    expect(card).to_contain_text("Zoekt hulp: 1 van 8 gevonden")
    card.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Wilt u dit ook in uw wijk?").click()
    page.locator("main select[name=wijk]").select_option("spoorzicht")
    page.get_by_role("button", name="Begin hiermee").click()
    page.wait_for_url("**/idee/**")
    expect(page.locator("[name=titel]")).to_have_value(TITLE)


def read_all(reader: Desk, page_url: str, theme: str, activity: str) -> None:
    """The whole of it on one page: from the signals on, with whom, and how it ended."""
    page = reader.go(page_url)
    main = page.locator("main")
    for words in (team.LEARNED, team.ENDED, "8 van 8 gevonden", *sum(team.PARTNERS.items(), ())):
        expect(main).to_contain_text(words)
    kinds = [
        words.partition("·")[0].strip()
        for words in main.locator(".lineage__kind").all_text_contents()
    ]
    assert kinds == ["Signaal", "Thema", "Initiatief", "Activiteit"]
    for address in (theme, activity):
        assert main.locator(f".lineage a[href$='{address}']").count(), address
    fits(page)
    for_everybody(page)
    page.locator(f".lineage a[href$='{activity}']").click()
    expect(page.locator("main")).to_contain_text(re.compile("elke vrijdag", re.IGNORECASE))
    page.locator(".lineage").get_by_role("link", name=TITLE).click()
    page.wait_for_url(page_url)
