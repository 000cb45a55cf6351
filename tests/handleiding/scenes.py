"""The walk through the CMS that the handbook describes; each scene is a chapter's.

A button that the handbook names and that is gone stops the walk: the handbook is out of date.
"""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.handleiding.camera import take
from tests.handleiding.initiatives import answering_an_idea, keeping_an_initiative
from tests.handleiding.newsletter import (
    making_a_newsletter,
    readers,
    sending_a_newsletter,
    who_comes,
)
from tests.handleiding.signals import deciding, following_signals, passing_on
from tests.handleiding.surveys import (
    inviting_by_letter,
    making_a_survey,
    results,
    the_panel,
    typing_in,
)
from tests.journeys.conftest import Desk

Scene = Callable[[Desk], None]


def _header_menu(page: Page) -> None:
    page.locator("header [data-w-dropdown-target=toggle]").first.click()


def logging_in(desk: Desk) -> None:
    """Chapter inloggen; Joris is the editor of Havenkwartier."""
    page = desk.go("/inloggen/")
    take(page, "inloggen", around=[page.locator("main form").first])
    desk.log_in("joris@sluisdam.example")
    button = page.get_by_role("link", name="Schrijf een nieuwsbericht")
    take(page, "begin", around=[page.locator(".watdoen__lijst").first], ring=button)


def writing_news(desk: Desk) -> None:
    """Chapter nieuws-plaatsen."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    title = page.locator("#id_title")
    title.fill("Zaterdag planten we bomen op het Loodsveld")
    summary = page.locator("#id_summary")
    summary.fill("Help je mee? Zaterdag om tien uur staan de scheppen klaar bij de loods.")
    title.scroll_into_view_if_needed()
    take(page, "nieuws-schrijven", around=[title, summary])
    page.get_by_title("Blok invoegen").first.click()
    take(page, "nieuws-blokken", around=[page.get_by_role("listbox").first])
    page.keyboard.press("Escape")
    publish = page.locator("footer").get_by_role("button", name="Publiceren")
    take(page, "nieuws-publiceren", around=[page.locator("footer").last], ring=publish)


def putting_in_the_agenda(desk: Desk) -> None:
    """Chapter activiteiten: the Monday club."""
    page = desk.go("/beheer/")
    button = page.get_by_role("link", name="Zet een activiteit in de agenda")
    take(page, "activiteit-begin", around=[page.locator(".watdoen__lijst").first], ring=button)
    button.click()
    page.locator("#id_title").fill("Maandagclub")
    day = page.locator("#id_wanneer-dag")
    day.fill("2027-01-11")
    page.locator("#id_wanneer-van").fill("10:00")
    page.locator("#id_wanneer-tot").fill("12:00")
    page.get_by_label("Elke week", exact=True).check()
    page.get_by_label("In de schoolvakanties").check()
    said = page.locator("[data-zin-hier]")
    said.get_by_text("Elke maandag").wait_for()
    said.scroll_into_view_if_needed()
    take(page, "activiteit-zin", around=[said])
    day.evaluate("box => box.scrollIntoView({block: 'center'})")
    label, until = page.locator("label[for=id_wanneer-dag]"), page.locator("#id_wanneer-tot")
    take(page, "activiteit-wanneer", around=[label, day, until])
    page.locator("footer").get_by_role("button", name="Publiceren").click()
    page.get_by_role("link", name="Bekijk alle keren").click()
    cancel = page.locator(".keer").first.get_by_role("link", name="Gaat niet door")
    take(page, "activiteit-keren", around=[page.locator(".keer").first], ring=cancel)


def photos(desk: Desk) -> None:
    """Chapter fotos."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    choose = page.get_by_role("button", name="Kies een afbeelding").first
    take(page, "foto-kiezen", around=[page.locator("#id_image_alt"), choose], ring=choose)
    choose.click()
    upload = page.get_by_role("tab", name="Uploaden")
    upload.wait_for()
    dialog = page.locator(".modal-content")
    take(page, "foto-zoeken", around=[dialog], ring=upload)
    upload.click()
    take(page, "foto-uploaden", around=[dialog])
    desk.go("/beheer/images/")
    page.locator("main a[href*='/beheer/images/']").filter(has=page.locator("img")).first.click()
    area = page.locator(".focal-point-chooser")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.35, box["y"] + box["height"] * 0.2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.8, steps=5)
    page.mouse.up()
    take(page, "foto-focusgebied", around=[area, page.locator("text=Focusgebied").first])


def gallery(desk: Desk) -> None:
    """Chapter fotos: several pictures together."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    page.get_by_title("Blok invoegen").first.click()
    choice = page.get_by_role("option", name="Fotogalerij")
    choice.scroll_into_view_if_needed()
    take(page, "galerij-kiezen", around=[page.get_by_role("listbox").first], ring=choice)
    choice.click()
    block = page.locator("[id^=block-]").filter(has_text="Fotogalerij").first
    block.wait_for()
    block.scroll_into_view_if_needed()
    take(page, "galerij", around=[block])


def pages(desk: Desk) -> None:
    """Chapter paginas."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Bekijk al je nieuws", exact=True).click()
    page.locator("header a", has_text="Havenkwartier").first.wait_for(state="attached")
    address = page.locator("header a", has_text="Havenkwartier").first.get_attribute("href")
    assert address
    desk.go(address)
    add = page.get_by_role("link", name="Voeg onderliggende pagina toe").first
    take(page, "pagina-toevoegen", around=[page.locator("main table").first], ring=add)
    add.click()
    page.wait_for_load_state()
    if page.get_by_role("link", name="Tekstpagina").count():
        page.get_by_role("link", name="Tekstpagina").first.click()
    page.get_by_role("tab", name="Eigenschappen").click()
    box = page.locator("#id_show_in_menus")
    box.scroll_into_view_if_needed()
    take(page, "pagina-menu", around=[page.locator("#id_slug"), box], ring=box)
    desk.go(address)
    page.get_by_role("link", name="Te leen in de wijk", exact=True).first.click()
    _header_menu(page)
    move = page.get_by_role("link", name="Verplaats", exact=True)
    take(
        page,
        "pagina-verplaatsen",
        around=[page.locator("header [data-tippy-root]").first],
        ring=move,
    )


def ward_page(desk: Desk) -> None:
    """Chapter wijkpagina; Fatma looks after the ward of Oude Sluis."""
    page = desk.go("/beheer/")
    face = page.get_by_role("link", name="Kies de kleur en het contact")
    take(page, "wijk-begin", around=[page.locator(".watdoen__lijst").first], ring=face)
    face.click()
    palette = page.locator("#id_palette")
    palette.scroll_into_view_if_needed()
    take(page, "wijk-kleur", around=[page.locator("#id_meeting_place"), palette], ring=palette)


def translating(desk: Desk) -> None:
    """Chapter vertalen."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Pas de wijkpagina aan").click()
    _header_menu(page)
    entry = page.get_by_role("link", name="Synchroniseer vertaalde pagina's")
    take(page, "vertalen-menu", around=[page.locator("header [data-tippy-root]").first], ring=entry)


def inviting(desk: Desk) -> None:
    """Chapter uitnodigen."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Nodig iemand uit voor het team").click()
    page.locator("#id_email").fill("amira@voorbeeld.nl")
    page.get_by_role("button", name="Verstuur de uitnodiging").wait_for()
    take(
        page, "uitnodigen", around=[page.locator("main h1, main h2").first, page.locator("#id_rol")]
    )


def when_it_goes_wrong(desk: Desk) -> None:
    """Chapter als-het-misgaat: an older version, and taking a page away."""
    page = desk.go("/beheer/")
    page.get_by_role("link", name="Pas de wijkpagina aan").click()
    history = page.get_by_role("link", name="Geschiedenis").first
    take(page, "geschiedenis-knop", around=[page.locator("header").first], ring=history)
    history.click()
    page.wait_for_load_state()
    take(page, "geschiedenis", around=[page.locator("main table").first])


JORIS: tuple[Scene, ...] = (
    logging_in,
    writing_news,
    putting_in_the_agenda,
    who_comes,
    making_a_newsletter,
    sending_a_newsletter,
    readers,
    making_a_survey,
    the_panel,
    results,
    photos,
    gallery,
    pages,
)
FATMA: tuple[Scene, ...] = (
    ward_page,
    translating,
    inviting,
    inviting_by_letter,
    typing_in,
    answering_an_idea,
    keeping_an_initiative,
    when_it_goes_wrong,
)
SAMIRA: tuple[Scene, ...] = (following_signals, passing_on)
ANJA: tuple[Scene, ...] = (deciding,)
