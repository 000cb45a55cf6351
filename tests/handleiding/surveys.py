"""The chapters about surveys: making, inviting, paper and results."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.handleiding.camera import take, to_top
from tests.journeys.conftest import Desk


def _survey(desk: Desk, title: str, button: str) -> Page:
    """From the list of surveys to one of the screens of a survey."""
    page = desk.go("/beheer/enquetes/")
    page.get_by_role("link", name=title, exact=True).first.click()
    page.get_by_role("link", name=button, exact=True).click()
    page.wait_for_load_state()
    return page


def making_a_survey(desk: Desk) -> None:
    """Chapter enquete-maken: from a template to a question that not everybody sees."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Maak een enquête").first.click()
    choices = page.locator(".enquetes__sjabloon")
    dogs = choices.filter(has=page.get_by_role("heading", name="Honden", exact=True))
    begin = dogs.get_by_role("button")
    heading = page.get_by_role("heading", name="Begin met een voorbeeld")
    to_top(heading)
    take(page, "enquete-begin", around=[heading, choices.nth(0), choices.nth(3), dogs], ring=begin)
    begin.click()
    page.wait_for_url("**/edit/**")
    question = page.locator("[data-contentpath=vragen] [data-contentpath=vragen]").first
    to_top(question)
    take(page, "enquete-vraag", around=[question])


def inviting_by_letter(desk: Desk) -> None:
    """Chapter enquete-uitnodigen: codes on letters, and how it goes in each neighbourhood."""
    page = _survey(desk, "Minder stenen, meer groen", "Huiscodes")
    heading = page.get_by_role("heading", name="Wat er is")
    make = page.get_by_role("button", name="Maak de codes")
    to_top(heading)
    take(page, "enquete-huiscodes", around=[heading, page.locator("main table").first, make])
    page = _survey(desk, "Minder stenen, meer groen", "Respons")
    facts, table = page.locator(".enquetes__feiten"), page.locator("main table").first
    take(page, "enquete-respons", around=[facts, table])


def the_panel(desk: Desk) -> None:
    """Chapter enquete-uitnodigen."""
    page = desk.go("/beheer/enquetes/toegang/panel/")
    rows = page.locator("main table.listing tr")
    take(page, "bewonerspanel", around=[page.locator("main h1").last, rows.nth(5)])


def typing_in(desk: Desk) -> None:
    """Chapter papier-invoeren: a pile, and what two people read differently."""
    page = desk.go("/beheer/enquetes/papier/")
    page.get_by_role("link", name=re.compile("Minder stenen")).first.click()
    page.get_by_role("link", name=re.compile("Stapel 1")).first.click()
    on = page.get_by_role("button", name="Volgend formulier")
    rows = page.locator("main table tr")
    take(page, "papier-stapel", around=[page.locator(".papier__som"), rows.nth(4)], ring=on)
    page.get_by_role("link", name="Verschillen", exact=True).click()
    choice = page.locator(".papier__verschil").first
    take(page, "papier-verschillen", around=[page.locator("main h2").first, choice])


def results(desk: Desk) -> None:
    """Chapter enquete-uitslag: reading what people wrote, and what is shown on the site."""
    page = _survey(desk, "Hoe veilig is de Kadeweg?", "Uitslag")
    page.get_by_role("link", name=re.compile(r"Lees \d+ open")).click()
    page.get_by_role("link", name=re.compile("nog meegeven")).click()
    answer = page.locator(".uitslag__antwoord")
    show = page.get_by_role("button", name="Tonen", exact=True)
    take(page, "enquete-lezen", around=[page.locator("main h1").last, answer, show], ring=show)
    page = desk.go("/havenkwartier/enquetes/veilig-over-de-kadeweg/")
    figure = page.locator(".chart").filter(has_text="Vorige keer").first
    to_top(figure)
    take(page, "enquete-vergeleken", around=[figure])
