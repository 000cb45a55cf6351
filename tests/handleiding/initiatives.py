"""The chapter about initiatives."""

from __future__ import annotations

from tests.handleiding.camera import take, to_top
from tests.journeys.conftest import Desk

IDEA = "Samen naar de huisarts"
INITIATIVE = "Boodschappenservice"


def answering_an_idea(desk: Desk) -> None:
    """The queue, and the answer to one idea."""
    page = desk.go("/beheer/initiatieven/ideeen/")
    cards = page.locator(".signalen__kaartje")
    first = page.get_by_role("link", name="Schrijf een idee op")
    take(page, "ideeen-wachtrij", around=[first, cards.nth(0), cards.nth(1)])
    page.get_by_role("link", name=IDEA, exact=True).click()
    heading = page.get_by_role("heading", name="Jullie antwoord")
    page.get_by_text("Neem aan", exact=True).first.click()
    page.get_by_text("Wijs af", exact=True).first.wait_for()
    to_top(heading)
    take(page, "idee-antwoord", around=[heading, page.get_by_text("Wijs af", exact=True).first])


def keeping_an_initiative(desk: Desk) -> None:
    """A step of one initiative, and the help that it asks."""
    page = desk.go("/beheer/initiatieven/")
    page.get_by_role("link", name=INITIATIVE, exact=True).click()
    heading = page.get_by_role("heading", name="Volgende stap")
    write = page.get_by_role("button", name="Schrijf op", exact=True)
    to_top(heading)
    take(page, "initiatief-stap", around=[heading, write], ring=write)
    page.get_by_role("link", name="Hulp gevraagd").click()
    page.locator("main .listing a").first.click()
    phone = page.get_by_role("link", name="Schrijf op wie belde")
    helpers = page.locator("main .listing tbody tr")
    take(page, "initiatief-helpers", around=[phone, helpers.nth(0), helpers.nth(2)], ring=phone)
