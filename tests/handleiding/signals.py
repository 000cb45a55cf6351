"""The chapters about signals and about what was reported."""

from __future__ import annotations

from tests.handleiding.camera import take, to_top
from tests.journeys.conftest import Desk

FOLLOWED = "Geen plek om te zitten aan het water"
REPORTED = "Verhuur aan toeristen"


def following_signals(desk: Desk) -> None:
    """Chapter signalen-opvolgen: the queue, and a step of one signal."""
    page = desk.go("/beheer/signalen/")
    cards = page.locator(".signalen__kaartje")
    first = page.get_by_role("link", name="Schrijf op wat iemand vertelt")
    take(page, "signalen-wachtrij", around=[first, cards.nth(0), cards.nth(1)])
    page.get_by_role("link", name=FOLLOWED, exact=True).click()
    heading = page.get_by_role("heading", name="Volgende stap")
    write = page.get_by_role("button", name="Schrijf op", exact=True)
    to_top(heading)
    take(page, "signaal-stap", around=[heading, write], ring=write)


def passing_on(desk: Desk) -> None:
    """Chapter partners."""
    page = desk.go("/beheer/signalen/")
    page.get_by_role("link", name=FOLLOWED, exact=True).click()
    page.get_by_role("link", name="Zet door naar een partner").click()
    heading = page.locator("main h1").last
    to_top(heading)
    take(page, "signaal-doorzetten", around=[heading, page.locator("#id_bericht")])


def deciding(desk: Desk) -> None:
    """Chapter modereren."""
    page = desk.go("/beheer/moderatie/")
    page.get_by_role("link", name=REPORTED, exact=True).click()
    heading = page.get_by_role("heading", name="Jouw besluit")
    choice = page.get_by_text("Haal het van de site", exact=True)
    to_top(heading)
    take(page, "moderatie-besluit", around=[heading, choice, page.locator("#id_woorden")])
