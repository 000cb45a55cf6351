"""The story of a newsletter: from 'Concept maken' to a reader who leaves with one click.

Between them stands a real mail server; what it took is read by an independent parser.
"""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.postbus import READERS, PostSite, city_with_post
from tests.journeys.test_accessibility import RULES

pytestmark = pytest.mark.e2e
ANNA = "anna@postvak.example"
SUBJECT = "Nieuws voor alle buren"
NEWS = "Samen soep eten"
LINK = re.compile(r"https?://[^\s<>\"]+")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostSite]:
    with city_with_post(tmp_path_factory.mktemp("post")) as site:
        yield site


def desk(browser: Browser, city: PostSite, viewport: dict[str, int]) -> Desk:
    context = browser.new_context(viewport=viewport, locale="nl-NL")  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    return Desk(context, city.url)


def test_from_a_draft_to_the_mailbox_and_out_of_it_with_one_click(
    browser: Browser, city: PostSite
) -> None:
    anna, joris = desk(browser, city, PHONE), desk(browser, city, DESK)

    subscribe(anna, city)
    make(joris)
    try_out(joris, city)
    send(joris, len(READERS) + 1)
    mails = read(city)
    leave(mails[ANNA])

    joris.go("/beheer/nieuwsbrief/verzendingen/").locator("main td a").first.click()
    expect(joris.page.locator("main")).to_contain_text("Afgemeld met de link in deze mail")
    assert ANNA not in joris.page.content()


def subscribe(anna: Desk, city: PostSite) -> None:
    """Two fields; a mail; and only the button in the page behind it makes it so."""
    page = anna.go("/havenkwartier/nieuwsbrief/aanmelden/")
    page.fill("[name=email]", ANNA)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    mail = city.postbus.wait_for(ANNA)
    [link, *_more] = [url for url in LINK.findall(mail.text_plain[0]) if "/nieuwsbrief/" in url]
    page = anna.go(link)
    page.get_by_role("button", name="Ja, mail mij").click()
    page.wait_for_load_state()
    assert anna.status == 200


def make(joris: Desk) -> None:
    """One button gathers what is new."""
    page = joris.log_in("joris@sluisdam.example")
    page.get_by_role("link", name=re.compile("nieuwsbrief", re.IGNORECASE)).filter(
        has_text=re.compile("maak|concept", re.IGNORECASE)
    ).first.click()
    page.get_by_role("button", name="Maak het concept").click()
    page.wait_for_url("**/edit/")
    expect(page.locator("main")).to_contain_text(NEWS)
    page.fill("[name=title]", SUBJECT)
    page.fill("[name=subject]", SUBJECT)
    go_on(page)


def go_on(page: Page) -> None:
    """The last of the buttons below the editor."""
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Bewaar en ga naar versturen").click()
    page.wait_for_url("**/versturen/**")
    expect(page.locator("h1")).to_contain_text(SUBJECT)
    for_everybody(page)


def for_everybody(page: Page) -> None:
    """axe finds nothing on this screen, once what slides in stands still."""
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
    found = violations(page, RULES)
    assert not found, [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


def try_out(joris: Desk, city: PostSite) -> None:
    """A mail to oneself, before anybody else has it."""
    page = joris.page
    page.get_by_role("button", name="Stuur een proefmail").click()
    expect(page.locator(".messages")).to_contain_text("joris@sluisdam.example")
    proof = city.postbus.wait_for("joris@sluisdam.example", "Proef:")
    assert SUBJECT in proof.subject
    assert not city.postbus.to(READERS[0])


def send(joris: Desk, readers: int) -> None:
    """Who gets it, the number typed over, and a bar until it is done."""
    page = joris.page
    page.get_by_role("button", name="Verder").click()
    expect(page.locator("tfoot")).to_contain_text(str(readers))
    for_everybody(page)
    page.fill("[name=aantal]", str(readers))
    page.get_by_role("button", name="Verstuur de nieuwsbrief").click()
    done = page.get_by_text(f"{readers} van {readers} mails zijn klaar.")
    expect(done).to_be_visible(timeout=180_000)
    expect(page.locator("main")).to_contain_text("Wat ervan werd", timeout=30_000)
    for_everybody(page)


def read(city: PostSite) -> dict[str, Any]:
    """Each reader has one mail, and it is what mail programs expect of a newsletter."""
    mails = {}
    for email in [*READERS, ANNA]:
        [mails[email]] = city.postbus.to(email, SUBJECT)
    ids = {headers(mail)["message-id"] for mail in mails.values()}
    links = {headers(mail)["list-unsubscribe"] for mail in mails.values()}
    assert len(ids) == len(links) == len(mails)
    for mail in mails.values():
        told = headers(mail)
        assert mail.subject == SUBJECT
        assert told["list-unsubscribe-post"] == "List-Unsubscribe=One-Click"
        assert told["list-id"].endswith(">")
        assert told["reply-to"] == "team@havenkwartier.example"
        assert NEWS in mail.text_html[0]
        assert NEWS in mail.text_plain[0]
        assert "WIJKPLEINLINK" not in mail.text_html[0] + mail.text_plain[0]
    return mails


def headers(mail: Any) -> dict[str, str]:
    return {name.lower(): " ".join(values) for name, values in mail.headers.items()}


def leave(mail: Any) -> None:
    """What a mail program does behind its own button (RFC 8058): no cookie; twice is once."""
    [link] = LINK.findall(headers(mail)["list-unsubscribe"])
    for _time in range(2):
        request = urllib.request.Request(link, data=b"List-Unsubscribe=One-Click")  # noqa: S310
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            assert answer.status == 200
