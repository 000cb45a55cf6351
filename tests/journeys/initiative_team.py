"""What the team does for an initiative, on its screens in the CMS."""

from __future__ import annotations

import re
from datetime import date, timedelta
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Desk
from tests.journeys.test_signal_story import press
from tests.journeys.test_survey_story import for_everybody

THEME = "Zonder auto geen boodschappen"
PARTNERS = {"Woongoed Sluis": "leent de bus uit", "Welzijn Sluisdam": "leert chauffeurs rijden"}
SECOND = "Samen inladen op vrijdag"
ENDED = "In dertig weken reden acht chauffeurs 412 keer. De nieuwe winkel is nu om de hoek."
LEARNED = "Wij brachten 61 buren 412 keer naar de winkel. Begin met een korte route."


def make_theme(fatma: Desk) -> str:
    """What several residents told becomes one page. Gives its address."""
    page = fatma.go("/beheer/signalen/?q=boodschappen")
    boxes = page.locator("main input[name=pk]").all()
    assert len(boxes) > 1
    for box in boxes:
        box.check()
    press(page, page.get_by_role("button", name="Maak er een thema van"))
    page.locator("[name=title]").fill(THEME)
    press(page, page.get_by_role("button", name="Maak het thema"))
    press(page, page.get_by_role("link", name="Schrijf de pagina"))
    page.locator("[name=summary]").fill("Wie geen auto heeft, komt niet bij de winkel.")
    return publish(page)


def publish(page: Page) -> str:
    """The button below the editor. Gives the address on the site."""
    page.get_by_role("button", name="Meer acties").click()
    press(
        page, page.get_by_role("button", name=re.compile("^(Publiceer|Zet op de site|Publiceren)"))
    )
    link = page.locator(".messages a", has_text=re.compile("[Bb]ekijk|[Ll]ive")).first
    return urlsplit(str(link.get_attribute("href"))).path


def take_up(fatma: Desk, title: str) -> None:
    """The queue, the idea, and one click."""
    page = fatma.go("/beheer/initiatieven/ideeen/")
    press(page, page.get_by_role("link", name=title))
    press(page, page.get_by_role("button", name="Neem aan, en zet het op de site"))


def open_initiative(fatma: Desk, title: str) -> Page:
    """By the list, as everybody looks for it."""
    page = fatma.go("/beheer/initiatieven/")
    press(page, page.get_by_role("link", name=title, exact=True))
    return page


def tie(fatma: Desk, title: str) -> None:
    """Say from which theme it came."""
    page = open_initiative(fatma, title)
    form = page.locator("form[action*='/draad/']")
    form.locator("[name=wat]").select_option(label=THEME)
    press(page, form.get_by_role("button", name="Voeg toe"))
    expect(page.get_by_role("button", name=f"Haal {THEME} weg")).to_be_visible()
    for_everybody(page)


def add_partners(fatma: Desk, title: str) -> None:
    """Each with what it does."""
    page = open_initiative(fatma, title)
    for name, role in PARTNERS.items():
        page.get_by_text("Voeg een partner toe").click()
        page.locator("[name=organisatie]").select_option(label=name)
        page.locator("[name=rol]").fill(role)
        press(page, page.locator("form[action$='/partner/'] button"))
        expect(page.locator("main")).to_contain_text(f"{name}: {role}")


def write_down(fatma: Desk, title: str, need: str, caller: str) -> None:
    """Who called counts at once."""
    page = open_initiative(fatma, title)
    press(page, page.get_by_role("link", name="Hulp gevraagd"))
    press(page, page.get_by_role("link", name=need))
    press(page, page.get_by_role("link", name="Schrijf op wie belde"))
    page.locator("[name=name]").fill(caller)
    page.locator("[name=phone]").fill("06 12345678")
    page.locator("[name=kanaal]").select_option("telefoon")
    for_everybody(page)
    press(page, page.get_by_role("button", name="Schrijf op"))
    expect(page.locator("main")).to_contain_text("8 van 8 gevonden")
    expect(page.locator("main")).to_contain_text(caller)


def plan(fatma: Desk, title: str) -> str:
    """Out of the initiative comes an activity, each Friday. Gives its address."""
    page = open_initiative(fatma, title)
    press(page, page.get_by_role("button", name="Maak er een activiteit van"))
    page.locator("[name=title]").fill(SECOND)
    friday = date.today() + timedelta(days=7 + (4 - date.today().weekday()) % 7)
    page.locator("[name=wanneer-dag]").fill(friday.isoformat())
    page.locator("[name=wanneer-van]").fill("09:00")
    page.locator("[name=wanneer-tot]").fill("12:00")
    page.locator("[name=wanneer-repeats][value=weekly]").check()
    expect(page.locator("[data-zin-hier]")).to_contain_text("elke vrijdag", ignore_case=True)
    return publish(page)


def step(fatma: Desk, title: str, staat: str, sentence: str) -> None:
    """How far it is now, with the sentence that all may read."""
    page = open_initiative(fatma, title)
    page.locator(f"[name=naar][value={staat}]").check()
    page.locator("[name=zin]").fill(sentence)
    press(page, page.get_by_role("button", name="Schrijf op"))
    expect(page.locator("main")).to_contain_text(sentence)


def close(fatma: Desk, title: str) -> None:
    """It is done, and its page tells with numbers how it ended."""
    step(fatma, title, "klaar", ENDED)
    page = fatma.page
    press(page, page.get_by_role("link", name=f"Bewerk: {title}"))
    box = page.locator("#panel-child-content-resultaat-content, [id*='resultaat'][id$='-content']")
    box.first.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("^Tekst")).first.click()
    text = box.first.locator("[contenteditable=true]").first
    text.click()
    page.keyboard.type(LEARNED)
    # The editor of Wagtail writes down what was typed a moment later.
    page.wait_for_function(
        """text => [...document.querySelectorAll("[name^='resultaat-']")]
            .some(field => field.value.includes(text))""",
        arg=LEARNED,
    )
    publish(page)
