"""What residents do for an initiative: one asks, seven offer help from the page, and one calls."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Desk
from tests.journeys.test_signal_story import go_on
from tests.journeys.test_survey_story import fits, for_everybody, press_on, tap

TITLE = "Boodschappenbus op vrijdag"
IDEA = "Elke vrijdag rijdt een busje van deur tot winkel. Wie slecht loopt, rijdt mee."
LEA, OMAR = "lea.lente@bewoner.example", "omar.oost@bewoner.example"
NEED = "acht mensen die willen rijden"
SIX = [f"buur{number}@straat.example" for number in range(2, 8)]
CALLER = "Mevrouw Belder"


def write(lea: Desk, theme: str) -> None:
    """She reads what others told, and has an idea. One question a screen, by thumb; alike ones are
    shown before hers.
    """
    page = lea.go(theme)
    fits(page)
    for_everybody(page)
    tap(page, page.get_by_role("link", name="Ik heb een idee"))
    tap(page, page.locator("main form button[type=submit]").last)
    page.locator("[name=titel]").fill(TITLE)
    page.locator("[name=idee]").fill(IDEA)
    go_on(page)
    if "/lijkt-op/" in page.url:
        for_everybody(page)
        tap(page, page.locator("main").get_by_text("Toch nieuw").first)
    page.locator("[name=waarom]").fill("De winkel ging dicht, en de bus rijdt niet op vrijdag.")
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
    with page.expect_navigation():
        buttons.first.click()
    assert page.locator("main").inner_text()


def offer(omar: Desk, page_url: str) -> str:
    """Without JavaScript, without an account. Gives the address of the form."""
    page = omar.go(page_url)
    page.locator("main a[href*='/helpen/']").first.click()
    form = page.url
    page.locator("[name=name]").fill("Omar Oost")
    page.locator("[name=email]").fill(OMAR)
    press_on(page, "main form button[type=submit]")
    expect(page.locator("main")).to_contain_text("Dank u wel")
    return form


def see_who(lea: Desk, link: str) -> None:
    """She is mailed that somebody offered; behind the link stands who, and how to reach them."""
    page = lea.go(link)
    fits(page)
    for_everybody(page)
    expect(page.locator("main")).to_contain_text("Omar Oost")
    expect(page.locator("main")).to_contain_text(OMAR)


def six_more(reader: Desk, fatma: Desk, form: str) -> None:
    """The same form and the same button as Omar's, without the looking."""
    for number, email in enumerate(SIX, start=2):
        post(reader.page, form, name=f"Buur {number}", email=email)
    for email in SIX:
        post(reader.page, letter(fatma, email, "/initiatief/hulp/"), actie="ja")


def post(page: Page, address: str, **fields: str) -> None:
    """Send a form as a browser does that draws nothing."""
    shown = page.request.get(address)
    assert shown.ok, address
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown.text())
    assert token, address
    sent = {**fields, "csrfmiddlewaretoken": token[1]}
    assert page.request.post(address, form=sent, headers={"Referer": address}).ok


def full(omar: Desk, page_url: str) -> None:
    """All eight are there: nobody is asked any more, and nobody is named."""
    page = omar.go(page_url)
    expect(page.locator("main")).to_contain_text("8 van 8 gevonden")
    assert not page.locator("main a[href*='/helpen/']").count()
    for name in ("Omar", CALLER, "Buur 2"):
        expect(page.locator("main")).not_to_contain_text(name)
    page = omar.go("/initiatieven/?hulp=ja")
    assert not page.locator("main").get_by_role("link", name=TITLE).count()
