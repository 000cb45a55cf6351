"""The story of a survey: from a template to published results (requirements S1-S15).

Somebody answers on a phone, somebody with only a keyboard and without JavaScript, and twenty forms
are typed in from paper. A stranger's script then reckons what was published once more.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.enquetes.independent.files import answers, questions, read
from tests.enquetes.independent.recompute import Survey, differences
from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.test_accessibility import RULES

pytestmark = pytest.mark.e2e
TITLE = "Honden op het Werfplein"
FORMS = 20
PROMISE = "Wij gaan met deze uitslag naar de gemeente."
OPTIONS = 3
"Answers to the first question: each is given often enough to be shown."


def test_from_a_template_to_results_that_anybody_can_check(sit_down: Callable[..., Desk]) -> None:
    joris = sit_down(DESK)
    phone = sit_down(PHONE, has_touch=True, is_mobile=True)
    keys = sit_down(DESK, java_script_enabled=False)

    address = make(joris)
    answer_by_phone(phone, address)
    answer_by_keyboard(keys, address)
    type_in(joris)
    close(joris)
    publish(joris)
    look(phone, address)
    check(joris, phone)


def make(joris: Desk) -> str:
    """A draft from the template about dogs, with another title, on the site at once."""
    page = joris.log_in("joris@sluisdam.example")
    page.get_by_role("link", name="Maak een enquête").first.click()
    page.wait_for_url("**/enquetes/maak/**")
    for_everybody(page)
    page.locator("li").filter(has=page.get_by_role("heading", name="Honden", exact=True)).locator(
        "button"
    ).click()
    page.wait_for_url("**/edit/**")
    page.fill("[name=title]", TITLE)
    # An evening is too short for a fair close, which waits until the closing is an hour ago.
    page.get_by_role("tab", name="Uitslag").click()
    page.locator("[name=eerlijk_afsluiten]").uncheck()
    press_publish(page)
    address = page.locator(".messages a[href*='/enquetes/']").first.get_attribute("href")
    assert address
    return re.sub(r"^https?://[^/]+", "", address)


def press_publish(page: Page) -> None:
    """The buttons below the editor."""
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name=re.compile("^(Publiceer|Zet op de site|Publiceren)")).click()
    expect(page.locator(".messages")).to_contain_text(TITLE)


def answer_by_phone(anna: Desk, address: str) -> None:
    """She taps the answers; nothing sticks out of 360 pixels."""
    page = anna.go(address)
    tap(page, page.locator("main a[href*='/enquete/']").first)
    tap(page, page.locator("main form button[type=submit]").last)
    page.get_by_label("Ja, ik heb een hond").tap()
    for _page in range(12):
        if "/controle/" in page.url:
            break
        tap(page, page.get_by_role("button", name=re.compile("Verder|Volgende|[Nn]akijken")).first)
    expect(page.locator("main")).to_contain_text("Ja, ik heb een hond")
    tap(page, page.locator("main form button[type=submit]").last)
    assert "/bedankt/" in page.url


def tap(page: Page, what: Locator) -> None:
    """Go on to another screen, which fits and can be used by everybody."""
    with page.expect_navigation():
        what.tap()
    fits(page)
    for_everybody(page)


def answer_by_keyboard(piet: Desk, address: str) -> None:
    """No mouse, no JavaScript: Tab, Space and Enter are enough."""
    page = piet.go(address)
    press_on(page, "main a[href*='/enquete/']")
    press_on(page, "main form button[type=submit]")
    tab_to(page, "input[type=radio]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    for _page in range(12):
        if "/controle/" in page.url:
            break
        press_on(page, "main form button[type=submit]:not([name]), main form [value=verder]")
    press_on(page, "main form button[type=submit]")
    assert "/bedankt/" in page.url


def press_on(page: Page, what: str) -> None:
    """Tab until it has the focus, and Enter."""
    tab_to(page, what)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tab_to(page: Page, what: str) -> None:
    """As who cannot use a mouse."""
    for _step in range(120):
        page.keyboard.press("Tab")
        if page.locator(f":focus:is({what})").count():
            return
    raise AssertionError(f"Tab does not reach {what} on {page.url}")


def type_in(joris: Desk) -> None:
    """A pile of twenty: a digit for the answer, and Ctrl with Enter for the next form."""
    page = joris.go("/beheer/enquetes/papier/")
    page.get_by_role("link", name=re.compile(TITLE)).first.click()
    page.get_by_role("button", name="Begin een stapel").click()
    page.wait_for_url("**/stapel/**")
    page.locator("form[action$='/begin/'] button[type=submit]").first.click()
    for number in range(1, FORMS + 1):
        expect(page.locator("#formulier")).to_have_value(str(number))
        page.locator("[data-kind]").first.focus()
        page.keyboard.type(str(1 + number % OPTIONS))
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
    pile = page.get_by_role("link", name="Naar de stapel")
    pile.click()
    page.get_by_role("link", name=re.compile("Tel")).or_(
        page.get_by_role("button", name=re.compile("Tel"))
    ).first.click()
    page.wait_for_load_state()
    if "/tellen/" in page.url:
        page.locator("main form button[type=submit]").last.click()
    expect(page.locator("main")).to_contain_text(str(FORMS))


def close(joris: Desk) -> None:
    """It closed yesterday, and the page says what is done with it."""
    page = edit(joris)
    page.get_by_role("tab", name="Wie en wanneer").click()
    yesterday = datetime.now() - timedelta(days=1)
    page.locator("[name=closes_at]").fill(yesterday.strftime("%d-%m-%Y 12:00"))
    page.keyboard.press("Tab")
    follow_up(page)
    press_publish(page)


def edit(joris: Desk) -> Page:
    """The editor of the survey."""
    page = joris.go("/beheer/enquetes/")
    page.get_by_role("link", name=re.compile(TITLE)).first.click()
    page.wait_for_load_state()
    if "/edit/" not in page.url:
        page.get_by_role("link", name=re.compile("Bewerk|Verander")).first.click()
        page.wait_for_url("**/edit/**")
    return page


def follow_up(page: Page) -> None:
    """A paragraph under 'Wat doen we ermee?'."""
    page.get_by_role("tab", name="Uitslag").click()
    box = page.locator("#panel-child-uitslag-vervolg-content")
    box.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name=re.compile("^Tekst")).first.click()
    text = box.locator("[contenteditable=true]").first
    text.click()
    page.keyboard.type(PROMISE)
    # The editor of Wagtail writes down what was typed a moment later.
    page.wait_for_function(
        """text => [...document.querySelectorAll("[name^='vervolg-']")]
            .some(field => field.value.includes(text))""",
        arg=PROMISE,
    )


def publish(joris: Desk) -> None:
    """The numbers as residents will see them, and one button."""
    page = joris.go("/beheer/enquetes/")
    page.get_by_role("link", name=re.compile(TITLE)).first.click()
    page.get_by_role("link", name=re.compile("Uitslag")).first.click()
    page.wait_for_url("**/uitslag/**")
    laid_down(page)
    for_everybody(page)
    page.get_by_role("button", name="Laat de uitslag zien").click()
    expect(page.locator("main")).to_contain_text("Bekijk hem op de site")


def laid_down(page: Page) -> None:
    """What was sent is laid down together, once it is closed; no sooner: nobody is known."""
    until = time.monotonic() + 2 * 60
    told = page.locator("main .uitslag__hoeveel strong")
    while told.inner_text() != str(FORMS + 2) and time.monotonic() < until:
        page.wait_for_timeout(5_000)
        page.reload()
    expect(told).to_have_text(str(FORMS + 2))


def look(reader: Desk, address: str) -> None:
    """Anybody sees the numbers, and what is done with them; small ones nobody sees."""
    page = reader.go(address)
    fits(page)
    for_everybody(page)
    expect(page.locator("main")).to_contain_text(PROMISE)
    expect(page.locator("main")).to_contain_text(str(FORMS + 2))
    assert page.locator("main svg").count()
    assert page.locator("main table").count()


def check(joris: Desk, reader: Desk) -> None:
    """What the team downloads, against what everybody may download: reckoned by a stranger."""
    page = joris.go("/beheer/enquetes/")
    page.get_by_role("link", name=re.compile(TITLE)).first.click()
    page.get_by_role("link", name="Antwoorden downloaden").first.click()
    page.get_by_label("Kale tabel (csv)").check()
    page.get_by_role("button", name="Maak het bestand").click()
    ready = page.get_by_role("link", name=f"Download {FORMS + 2} antwoorden")
    expect(ready).to_be_visible(timeout=120_000)
    export = fetched(page, ready)
    book = fetched(page, page.get_by_role("link", name="Download alleen het codeboek"))
    figures = fetched(reader.page, reader.page.locator("main a[href$='/cijfers.csv']").first)

    survey = Survey(answers(export), questions(book))
    assert len(survey.rows) == FORMS + 2
    assert {row["kanaal"] for row in survey.rows} == {"Website", "Papier"}
    assert list(differences(survey, read(figures))) == []


def fetched(page: Page, link: Locator) -> str:
    """What a link downloads."""
    with page.expect_download() as waiting:
        link.click()
    return waiting.value.path().read_text("utf-8")


def fits(page: Page) -> None:
    """Nothing sticks out of the screen."""
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) <= 0, page.url


def for_everybody(page: Page) -> None:
    """axe finds nothing on this screen, once what slides in stands still."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
    found = violations(page, RULES)
    assert not found, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]
