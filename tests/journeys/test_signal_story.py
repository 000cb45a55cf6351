"""The story of the shopping service, up to the theme: from a signal on a phone to what came of it.

Somebody tells it on a phone, with a photo; somebody without JavaScript and without a mouse finds
it there. The team passes it on, a partner answers from the link in the mail, and what many told
becomes one page.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.test_survey_story import fits, for_everybody, press_on, tab_to, tap

pytestmark = pytest.mark.e2e
LIST = "/oude-sluis/signalen/"
TITLE = "Mijn vader komt niet meer bij een winkel"
STORY = "Hij loopt slecht, en de bus van vrijdag zit vol. Hij eet nu vaak beschuit."
ANNA = "anna.appel@bewoner.example"
PARTNER = "Welzijn Sluisdam"
TALKED = "Wij praatten erover op de wijkavond. Wij zoeken iemand die kan rijden."
ANSWER = "Vanaf maandag rijdt onze eigen bus op dinsdag een extra rit naar de winkel."
THEME = "Boodschappen voor wie slecht loopt"
NEXT = re.compile("Volgende")


def test_from_one_phone_to_a_theme_of_the_whole_ward(sit_down: Callable[..., Desk]) -> None:
    anna = sit_down(PHONE, has_touch=True, is_mobile=True)
    piet = sit_down(PHONE, java_script_enabled=False)
    partner, fatma = sit_down(DESK), sit_down(DESK)

    status = tell(anna)
    fatma.log_in("fatma@sluisdam.example")
    confirm(anna, letter(fatma, ANNA, "/signaal/bevestigen/"))
    number = find(piet)
    follow_up(fatma)
    pass_on(fatma)
    answer(partner, letter(fatma, "vraagt uw hulp", "/signaal/partner/"))
    check(fatma)
    theme = make_theme(fatma)
    look(anna, status, theme, number)


def tell(anna: Desk) -> str:
    """One question a screen, by thumb. Gives the address where she sees what becomes of it."""
    page = anna.go(LIST)
    fits(page)
    for_everybody(page)
    tap(page, page.locator("main a[href*='/signaal/nieuw/']").first)
    tap(page, page.locator("main form button[type=submit]").last)
    page.get_by_label("Winkels en voorzieningen").tap()
    go_on(page)
    page.locator("[name=titel]").fill(TITLE)
    page.locator("[name=tekst]").fill(STORY)
    go_on(page)
    page.locator("main input[type=file]").first.set_input_files(
        {"name": "plein.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    go_on(page)
    page.locator("[name=plek__plek]").select_option(index=1)
    page.locator("[name=waar]").fill("Sluisplein 14")
    go_on(page)
    if "/zelfde/" in page.url:
        tap(page, page.get_by_role("link", name="Nee, mijn signaal is iets anders"))
    page.locator("[name=email]").fill(ANNA)
    page.locator("[name=citaat]").check()
    go_on(page)
    expect(page.locator("main")).to_contain_text(TITLE)
    tap(page, page.get_by_role("button", name="Verstuur"))
    expect(page.locator("main")).to_contain_text("Het wijkteam heeft uw signaal")
    return urlsplit(page.url).path


def go_on(page: Page) -> None:
    tap(page, page.get_by_role("button", name=NEXT))


def picture() -> bytes:
    """As a phone takes them: larger than a screen."""
    made = BytesIO()
    Image.effect_noise((1600, 1200), 40).convert("RGB").save(made, "JPEG", quality=70)
    return made.getvalue()


def letter(fatma: Desk, asked: str, path: str) -> str:
    """The address in the newest caught mail about this, once the worker has sent it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        page = fatma.go(f"/beheer/uitgaande-mail/?q={asked}")
        found = page.locator("main a[href*='/beheer/uitgaande-mail/']", has_text="signaal")
        if found.count():
            found.first.click()
            link = page.locator(f"main a[href*='{path}']").first.get_attribute("href")
            assert link
            return link
        page.wait_for_timeout(500)
    raise AssertionError(f"No mail about {asked}")


def confirm(anna: Desk, link: str) -> None:
    """A look changes nothing; the button does. Then it is on the site, without the photo."""
    page = anna.go(link)
    for_everybody(page)
    tap(page, page.locator("main form button[type=submit]").last)
    page = anna.go(LIST)
    expect(page.locator("main")).to_contain_text(TITLE)
    tap(page, page.get_by_role("link", name=TITLE))
    assert not page.locator("main img[src*='/signaal/foto/']").count()
    assert "14" not in page.locator("main").inner_text()


def find(piet: Desk) -> str:
    """He tells nearly the same, sees that it is there, and says that he has it too.

    Where no script runs, axe does not either: `look` brings it to these screens.
    """
    page = piet.go("/signaal/nieuw/?wijk=oude-sluis")
    press_on(page, "main form button[type=submit]")
    kind = page.get_by_label("Winkels en voorzieningen")
    kind.focus()
    page.keyboard.press("Space")
    enter(page)
    page.locator("[name=titel]").fill("Geen winkel meer voor ouderen")
    enter(page)
    enter(page)
    page.locator("[name=plek__plek]").select_option(index=1)
    enter(page)
    assert "/zelfde/" in page.url
    card = page.locator("main li", has_text=TITLE)
    code = re.search(r"/signaal/([^/]+)/ook/", str(card.locator("a").last.get_attribute("href")))
    assert code
    press_on(page, f"main li a[href*='{code[1]}']")
    expect(page.locator("main")).to_contain_text(TITLE)
    press_on(page, "main form button[type=submit]")
    expect(page.locator("h1")).to_contain_text("u telt mee")
    return code[1]


def enter(page: Page) -> None:
    """To the next screen, by the keyboard alone."""
    tab_to(page, "main form button[type=submit]:not([name])")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def follow_up(fatma: Desk) -> None:
    """The team reads it, shows the photo, and says what it does."""
    page = open_signal(fatma)
    expect(page.locator("main")).to_contain_text("1 ander heeft er ook last van")
    press(page, page.locator("form[action*='/foto/'][action$='/site/'] button").first)
    page.locator("[name=naar][value=besproken]").check()
    page.locator("[name=openbare_zin]").fill(TALKED)
    press(page, page.get_by_role("button", name="Schrijf op"))
    expect(page.locator("main")).to_contain_text(TALKED)


def open_signal(fatma: Desk) -> Page:
    """By the queue, as everybody looks for it."""
    page = fatma.go("/beheer/signalen/")
    page.locator("[name=q]").first.fill("vader winkel")
    press(page, page.get_by_role("button", name="Laat zien"))
    press(page, page.get_by_role("link", name=TITLE))
    return page


def press(page: Page, what: Locator) -> None:
    """To another screen of the CMS."""
    with page.expect_navigation():
        what.click()


def pass_on(fatma: Desk) -> None:
    """To a partner of the ward; what they get stands beside it."""
    page = fatma.page
    press(page, page.get_by_role("link", name=re.compile("^Zet door")).first)
    page.locator("[name=organisatie]").select_option(label=PARTNER)
    page.locator("[name=bericht]").fill("Kunnen jullie helpen rijden?")
    press(page, page.get_by_role("button", name="Zet door"))
    expect(page.locator("main")).to_contain_text(PARTNER)


def answer(partner: Desk, link: str) -> None:
    """No account: the link is enough. They see no name and no address of who told it."""
    page = partner.go(link)
    expect(page.locator("main")).to_contain_text(TITLE)
    assert ANNA not in page.content()
    for_everybody(page)
    page.locator("[name=antwoord]").fill(ANSWER)
    page.get_by_label("Wij pakken dit op").check()
    page.locator("[name=door]").fill("Aïcha, opbouwwerker")
    press(page, page.get_by_role("button", name="Verstuur uw antwoord"))
    expect(page.locator("h1")).to_contain_text("wij hebben uw antwoord")
    for_everybody(page)


def check(fatma: Desk) -> None:
    """Nothing that a partner writes comes on the site by itself."""
    page = open_signal(fatma)
    press(page, page.get_by_role("link", name="Kijk het antwoord na"))
    expect(page.locator("[name=openbare_zin]")).to_have_value(ANSWER)
    press(page, page.get_by_role("button", name="Verwerk het antwoord"))
    expect(page.locator("main")).to_contain_text("Opgepakt")


def make_theme(fatma: Desk) -> str:
    """Tick what belongs together, take words that may be used, and publish. Gives its address."""
    page = fatma.go("/beheer/signalen/?q=winkel")
    boxes = page.locator("main input[name=pk]")
    ticked = boxes.count()
    assert ticked >= 3
    for number in range(ticked):
        boxes.nth(number).check()
    press(page, page.get_by_role("button", name="Maak er een thema van"))
    page.locator("[name=title]").fill(THEME)
    press(page, page.get_by_role("button", name="Maak het thema"))
    row = page.locator("main li", has=page.get_by_role("link", name=TITLE))
    row.locator("textarea").fill("Hij eet nu vaak beschuit.")
    press(page, row.get_by_role("button", name="Bewaar de woorden"))
    press(page, page.get_by_role("link", name="Schrijf de pagina"))
    page.locator("[name=summary]").fill("Wie slecht loopt, komt niet meer bij een winkel.")
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name=re.compile("^(Publiceer|Zet op de site|Publiceren)")).click()
    link = page.locator(f".messages a[href*='{LIST}']").first
    expect(link).to_be_visible()
    return urlsplit(str(link.get_attribute("href"))).path


def look(anna: Desk, status: str, theme: str, number: str) -> None:
    """Who told it sees what was done, and that it is part of something larger."""
    page = anna.go(status)
    for words in ("Opgepakt", TALKED, ANSWER):
        expect(page.locator("main")).to_contain_text(words)
    fits(page)
    for_everybody(page)
    page = anna.go(f"/signaal/{number}/ook/")
    fits(page)
    for_everybody(page)
    page = anna.go(f"{LIST}{number}/")
    expect(page.locator("main img[src*='/signaal/foto/']")).to_have_count(1)
    expect(page.locator("main")).to_contain_text(PARTNER)
    fits(page)
    for_everybody(page)
    tap(page, page.get_by_role("link", name=THEME).first)
    assert urlsplit(page.url).path == theme
    expect(page.locator("main")).to_contain_text("Hij eet nu vaak beschuit.")
    assert page.locator("main table").count()
