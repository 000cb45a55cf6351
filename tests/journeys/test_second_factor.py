"""A volunteer makes logging in safe: an app with codes, a recovery code, a passkey."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.codes import code_of
from tests.journeys.conftest import DEMO_PASSWORD, PHONE, Desk

pytestmark = pytest.mark.e2e

JORIS = "joris@sluisdam.example"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def send(page: Page, label: str) -> None:
    page.locator("main").get_by_role("button", name=label).click()


def password(desk: Desk) -> Page:
    """The first step of logging in."""
    page = desk.go("/inloggen/")
    page.get_by_label("e-mail").fill(JORIS)
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    send(page, "Inloggen")
    return page


def log_out(desk: Desk) -> None:
    send(desk.go("/uitloggen/"), "Uitloggen")


def test_from_a_password_to_an_app_a_recovery_code_and_a_passkey(
    sit_down: Callable[..., Desk], site: str
) -> None:
    # A browser gives passkeys to names, not to numbers.
    desk = sit_down(PHONE)
    desk.site = site.replace("127.0.0.1", "localhost")
    problems: list[str] = []
    desk.page.on("console", lambda said: problems.append(said.text) if said.type == "error" else 0)
    cdp = desk.context.new_cdp_session(desk.page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})

    page = password(desk)
    page.wait_for_url("**/beheer/")
    page = desk.go("/inloggen/tweede-stap/")
    expect(page.get_by_text("Dit is een proefstad")).to_be_visible()
    page.get_by_role("link", name="Gebruik een app").click()
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    send(page, "Ga verder")
    secret = page.locator("main code").first.inner_text()
    page.get_by_label("Code uit de app").fill(code_of(secret, step=-1))
    send(page, "Zet aan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaar deze herstelcodes")
    codes = page.locator("main ol code").all_inner_texts()
    assert len(codes) == 10
    with page.expect_download() as caught:
        send(page, "Bewaar als bestand")
    assert caught.value.path().read_text().split() == codes
    log_out(desk)

    page = password(desk)
    page.get_by_label("Code").fill(code_of(secret))
    send(page, "Ga verder")
    page.wait_for_url("**/beheer/")
    log_out(desk)

    page = password(desk)
    page.get_by_label("Code").fill(codes[0])
    send(page, "Ga verder")
    page.wait_for_url("**/beheer/")

    page = desk.go("/inloggen/tweede-stap/sleutel/")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    send(page, "Ga verder")
    page.get_by_label("Naam van de toegangssleutel").fill("mijn telefoon")
    send(page, "Voeg toe")
    expect(page.locator("main").get_by_text("Nog 9 codes over.")).to_be_visible()
    log_out(desk)

    page = password(desk)
    send(page, "Gebruik mijn toegangssleutel")
    page.wait_for_url("**/beheer/")
    assert desk.go("/inloggen/apparaten/").locator("main li").count() == 1

    # The city as others found it.
    for link in ("Haal ‘mijn telefoon’ weg", "Haal de app weg"):
        page = desk.go("/inloggen/tweede-stap/")
        page.get_by_role("link", name=link).click()
        if page.locator("input[name=password]").count():
            page.locator("input[name=password]").fill(DEMO_PASSWORD)
            send(page, "Ga verder")
        send(page, "Ja, haal weg")
        page.wait_for_url("**/tweede-stap/")
    expect(page.get_by_text("Uw tweede stap staat uit.")).to_be_visible()
    assert not [text for text in problems if "Content Security" in text]
