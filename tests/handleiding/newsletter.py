"""The chapters about newsletters and about who comes to an activity."""

from __future__ import annotations

from tests.handleiding.camera import take
from tests.journeys.conftest import Desk


def making_a_newsletter(desk: Desk) -> None:
    """Chapter nieuwsbrief: from the button on the front page to the mail as it arrives."""
    page = desk.go("/beheer/")
    begin = page.get_by_role("link", name="Maak een nieuwsbrief")
    begin.click()
    make = page.get_by_role("button", name="Maak het concept")
    take(page, "nieuwsbrief-concept", around=[page.locator("main h2").first, make], ring=make)
    make.click()
    body = page.locator("[data-contentpath=body]").first
    body.wait_for()
    blocks = page.locator("[data-contentpath=body] [data-contentpath]")
    first, second = blocks.nth(0), blocks.nth(1)
    first.scroll_into_view_if_needed()
    take(page, "nieuwsbrief-blokken", around=[first, second])


def sending_a_newsletter(desk: Desk) -> None:
    """Chapter nieuwsbrief-versturen: to whom, and what became of the last one."""
    page = desk.go("/beheer/nieuwsbrief/verzendingen/")
    go = page.get_by_role("link", name="Versturen").first
    take(page, "nieuwsbrief-verzendingen", around=[page.locator("main h2").first, go], ring=go)
    go.click()
    on = page.get_by_role("button", name="Verder")
    page.get_by_label("Nieuwsbrief Havenkwartier").check()
    on.scroll_into_view_if_needed()
    heading = page.get_by_role("heading", name="Naar wie en wanneer")
    take(page, "nieuwsbrief-naar-wie", around=[heading, on], ring=on)
    on.click()
    send = page.get_by_role("button", name="Verstuur de nieuwsbrief")
    send.scroll_into_view_if_needed()
    heading = page.get_by_role("heading", name="Wanneer")
    take(page, "nieuwsbrief-klopt-dit", around=[heading, send], ring=send)
    desk.go("/beheer/nieuwsbrief/verzendingen/")
    page.locator("table.listing a").first.click()
    report = page.locator("main table").first
    take(page, "nieuwsbrief-verslag", around=[page.locator("main h1").last, report])


def readers(desk: Desk) -> None:
    """Chapter abonnees."""
    page = desk.go("/beheer/abonnees/")
    add = page.get_by_role("link", name="Iemand toevoegen")
    take(page, "abonnees", around=[add, page.locator("main table").first], ring=add)


def who_comes(desk: Desk) -> None:
    """Chapter deelnemers."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Kijk wie er komt").click()
    row = page.locator("main table a").first
    take(page, "deelnemers", around=[page.locator("main table").first], ring=row)
