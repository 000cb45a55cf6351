"""The story of an activity: made on a phone, filled by residents, printed by the organiser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, Desk

pytestmark = pytest.mark.e2e

TITLE, SLUG = "Kano repareren", "kano-repareren"
AGENDA = "/havenkwartier/agenda/"
FIRST, SECOND = ("Truus Eerste", "truus@voorbeeld.example"), ("Ali Tweede", "ali@voorbeeld.example")


def test_one_place_goes_from_the_first_to_the_second_and_stands_on_the_list(
    sit_down: Callable[..., Desk],
) -> None:
    joris, first, second = sit_down(PHONE), sit_down(PHONE), sit_down(PHONE)
    post = sit_down(DESK)
    post.log_in("joris@sluisdam.example")

    make_series(joris)
    sign_up(first, *FIRST, promised="Bijna klaar")
    first_link = link_in_mail(post, FIRST[1], 1)
    press(first, first_link, "Ik kom")
    expect(first.page.locator("main")).to_contain_text("U komt")

    sign_up(second, *SECOND, promised="wachtlijst")
    first.go(first_link)
    first.page.get_by_role("button", name="Meld mij af").click()
    expect(first.page.locator("main")).to_contain_text("U bent afgemeld")

    second_link = link_in_mail(post, SECOND[1], 2)
    press(second, second_link, "neem de plek")
    expect(second.page.locator("main")).to_contain_text("U komt")

    print_list(joris)


def next_wednesday() -> date:
    """Far enough away for a place that is offered to wait for an answer."""
    today = date.today()
    return today + timedelta(days=14 + (2 - today.weekday()) % 7)


def make_series(joris: Desk) -> None:
    """A volunteer fills in what is needed, and sees what it becomes before publishing."""
    page = joris.log_in("joris@sluisdam.example")
    page.get_by_role("link", name="Zet een activiteit in de agenda").click()
    page.wait_for_url("**/pages/add/**")
    page.fill("[name=title]", TITLE)
    page.fill("[name=summary]", "We plakken en schilderen. Er is één plek naast de kano.")
    page.fill("[name=wanneer-dag]", next_wednesday().isoformat())
    page.fill("[name=wanneer-van]", "19:30")
    page.fill("[name=wanneer-tot]", "21:00")
    page.locator("[name=wanneer-repeats][value=weekly]").check()
    expect(page.locator("[data-zin-hier]")).to_contain_text(
        "elke woensdag", ignore_case=True, timeout=20_000
    )
    open_tab(page, "Aanmelden")
    page.select_option("[name=inschrijving]", "beperkt")
    page.fill("[name=capacity]", "1")
    page.fill("[name=max_group]", "1")
    page.locator("[name=action-publish]").first.click()
    page.wait_for_load_state()
    expect(page.locator(".messages").first).to_contain_text(TITLE)
    assert TITLE in joris.go(f"{AGENDA}{SLUG}/").content()


def open_tab(page: Page, name: str) -> None:
    """One of the parts of the form."""
    page.get_by_role("tab", name=re.compile(name, re.IGNORECASE)).first.click()


def sign_up(resident: Desk, name: str, email: str, *, promised: str) -> None:
    """Three fields and a button; without an account."""
    page = resident.go(f"{AGENDA}{SLUG}/")
    page.locator("main a[href$='/aanmelden/']").first.click()
    page.wait_for_url("**/aanmelden/")
    page.fill("[name=naam]", name)
    page.fill("[name=email]", email)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()
    expect(page.locator("main h1")).to_contain_text(promised)


def link_in_mail(post: Desk, email: str, number: int) -> str:
    """The link in the newest mail to somebody, once the worker sent so many of them."""
    for _attempt in range(60):
        page = post.go("/beheer/uitgaande-mail/")
        mails = page.locator("main tr", has_text=email).locator("a")
        if mails.count() >= number:
            mails.first.click()
            page.wait_for_load_state()
            found = re.search(r"/aanmelding/[^\s\"<]+/", page.content())
            assert found, page.content()
            return found[0]
        time.sleep(1)
    raise AssertionError(f"{number} mails to {email} were not sent.")


def press(resident: Desk, link: str, button: str) -> None:
    """Opening the link changes nothing; the button does."""
    page = resident.go(link)
    page.get_by_role("button", name=re.compile(button)).click()
    page.wait_for_load_state()


def print_list(joris: Desk) -> None:
    """The organiser prints who comes: the second one, and not who cancelled."""
    page = joris.go("/beheer/deelnemers/")
    page.locator("#main").get_by_role("link", name=re.compile(TITLE)).first.click()
    page.wait_for_load_state()
    page.locator("#main a[href$='/afdrukken/']").first.click()
    page.wait_for_load_state()
    assert SECOND[0] in page.content()
    assert FIRST[0] not in page.content()
