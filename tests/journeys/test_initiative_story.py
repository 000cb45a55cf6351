"""The story of an idea: from a phone to helpers, and on to another ward.

Somebody writes it on a phone, the team takes it up with one click, somebody without JavaScript
offers help, the initiator sees who it is, and a resident of another ward begins the same there.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.test_signal_story import go_on
from tests.journeys.test_survey_story import fits, for_everybody, press_on, tap

pytestmark = pytest.mark.e2e
TITLE = "Samen naar de markt met de tram"
IDEA = "Elke zaterdag nemen wij de tram naar de markt. Wie slecht loopt, loopt gearmd."
LEA, OMAR = "lea.lente@bewoner.example", "omar.oost@bewoner.example"
NEED = "vier mensen die gearmd lopen"


def test_from_an_idea_on_a_phone_to_the_same_in_another_ward(
    sit_down: Callable[..., Desk],
) -> None:
    lea = sit_down(PHONE, has_touch=True, is_mobile=True)
    omar = sit_down(PHONE, java_script_enabled=False)
    fatma, guest = sit_down(DESK), sit_down(DESK)

    write(lea)
    fatma.log_in("fatma@sluisdam.example")
    say_yes(lea, letter(fatma, LEA, "/idee/"))
    page_url = take_up(fatma)
    offer(omar, page_url)
    say_yes(omar, letter(fatma, OMAR, "/initiatief/hulp/"))
    see_who(lea, letter(fatma, LEA, "/initiatief/beheren/"))
    copy(guest)


def write(lea: Desk) -> None:
    """One question a screen, by thumb; alike ones are shown before hers."""
    page = lea.go("/oude-sluis/initiatieven/")
    fits(page)
    for_everybody(page)
    tap(page, page.locator("main a[href*='/idee/']").first)
    tap(page, page.locator("main form button[type=submit]").last)
    page.locator("[name=titel]").fill(TITLE)
    page.locator("[name=idee]").fill(IDEA)
    go_on(page)
    if "/lijkt-op/" in page.url:
        for_everybody(page)
        tap(page, page.locator("main").get_by_text("Toch nieuw").first)
    page.locator("[name=waarom]").fill("De bus rijdt niet op zaterdag.")
    go_on(page)
    page.locator("[name=hele_wijk]").check()
    go_on(page)
    page.locator("[name=wie]").fill("Ik maak het rooster.")
    go_on(page)
    page.locator("[name=mensen]").fill(NEED)
    go_on(page)
    for _screen in ("foto", "themas"):
        go_on(page)
    page.locator("[name=name]").fill("Lea Lente")
    page.locator("[name=email]").fill(LEA)
    page.locator("[name=naam_openbaar]").check()
    go_on(page)
    go_on(page)  # nobody else yet
    page.locator("[name=akkoord]").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text(TITLE)
    fits(page)
    for_everybody(page)
    tap(page, page.get_by_role("button", name="Verstuur"))
    expect(page.locator("main")).to_contain_text(TITLE)


def letter(fatma: Desk, asked: str, path: str) -> str:
    """The address in the newest caught mail to somebody that has such a link."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        page = fatma.go(f"/beheer/uitgaande-mail/?q={asked}")
        mails = page.locator("main a[href*='/beheer/uitgaande-mail/']").evaluate_all(
            "links => links.map(link => link.href).filter(href => /mail.[^?]/.test(href))"
        )
        for mail in mails:
            page = fatma.go(mail)
            links = page.locator(f"main a[href*='{path}']")
            if links.count():
                return str(links.first.get_attribute("href"))
        page.wait_for_timeout(500)
    raise AssertionError(f"No mail to {asked} with {path}")


def say_yes(who: Desk, link: str) -> None:
    """A look changes nothing; the button does."""
    page = who.go(link)
    buttons = page.locator("main form button[type=submit]")
    assert buttons.count()
    buttons.first.click()
    assert page.locator("main").inner_text()


def take_up(fatma: Desk) -> str:
    """The queue, the idea, and one click; gives the address of its page."""
    page = fatma.go("/beheer/initiatieven/ideeen/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text(IDEA)
    page.get_by_role("button", name="Neem aan, en zet het op de site").click()
    page = fatma.go("/oude-sluis/initiatieven/")
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.locator("main")).to_contain_text("Lea Lente")
    expect(page.locator("main")).to_contain_text("0 van 4 gevonden")
    fits(page)
    for_everybody(page)
    return page.url


def offer(omar: Desk, page_url: str) -> None:
    """Without JavaScript, without an account."""
    page = omar.go(page_url)
    page.locator("main a[href*='/helpen/']").first.click()
    page.locator("[name=name]").fill("Omar Oost")
    page.locator("[name=email]").fill(OMAR)
    time.sleep(3.2)  # a human being does not fill in sooner
    press_on(page, "main form button[type=submit]")
    expect(page.locator("main")).to_contain_text("Dank u wel")


def see_who(lea: Desk, link: str) -> None:
    """Her own page says who offered, and how to reach them."""
    page = lea.go(link)
    fits(page)
    for_everybody(page)
    _open_need(page)
    expect(page.locator("main")).to_contain_text("Omar Oost")


def _open_need(page: Page) -> None:
    tap(page, page.locator("main a", has_text="gearmd").first)


def copy(guest: Desk) -> None:
    """On the hub, what asks for help; and the same begun in another ward, with credit."""
    page = guest.go("/initiatieven/?hulp=ja")
    for_everybody(page)
    page = guest.go("/oude-sluis/initiatieven/boodschappenservice/")
    page.get_by_role("link", name="Wilt u dit ook in uw wijk?").click()
    for_everybody(page)
    page.locator("main select[name=wijk]").select_option("spoorzicht")
    page.get_by_role("button", name="Begin hiermee").click()
    assert "/idee/" in page.url
    expect(page.locator("[name=titel]")).to_have_value("Boodschappenservice")
