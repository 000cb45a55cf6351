"""A volunteer makes a survey of a template: chooses a condition from lists, and tries it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.conftest import DESK, PHONE, Desk
from tests.journeys.test_accessibility import RULES

pytestmark = pytest.mark.e2e

DOG = "Hebt u een hond, of past u vaak op een hond?"
ASKED = "Wat vindt u van de regels voor honden?"
WAGTAILS_OWN = {"scrollable-region-focusable"}
"The list of parts beside the form: Wagtail's, and not reached by the keyboard."


def hears(page: Page) -> None:
    """Each answer has a name of its own, and axe finds nothing in the form."""
    first = page.locator(".enquete-opties input[aria-label='Antwoord 2']").first
    expect(first).to_be_attached(timeout=20_000)
    found = violations(page, RULES)
    assert not {one["id"] for one in found} - WAGTAILS_OWN


def open_condition(page: Page) -> str:
    """Open 'Alleen tonen als' of the question about rules, add a rule; the start of its names."""
    return str(
        page.evaluate(
            """(asked) => {
              const fits = (field) => field.value === asked;
              const field = [...document.querySelectorAll("input[type=text]")].find(fits);
              const block = field.closest("[data-streamfield-child]");
              const condition = block.querySelector(".enquete-voorwaarde");
              condition.closest(".w-panel").querySelector("[data-panel-toggle]").click();
              condition.querySelector("[data-streamfield-list-add]").click();
              return field.name.replace(/-text$/, "");
            }""",
            ASKED,
        )
    )


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_condition_is_chosen_from_the_questions_before_and_works_in_the_try_out(
    sit_down: Callable[..., Desk], size: dict[str, int]
) -> None:
    joris = sit_down(size)
    page = joris.log_in("joris@sluisdam.example")
    page.get_by_role("link", name="Maak een enquête").first.click()
    page.get_by_role("button", name="Begin hiermee : Honden", exact=True).click()
    page.wait_for_url("**/edit/")
    expect(page.locator("select[id$=vraag-keuze]")).to_have_count(1, timeout=30_000)

    hears(page)

    start = f"{open_condition(page)}-als-regels-0-value"
    chooser = page.locator(f"select[id='{start}-vraag-keuze']")
    expect(chooser).to_be_visible(timeout=20_000)
    offered = chooser.locator("option").all_inner_texts()
    assert DOG in offered
    assert ASKED not in offered, "a question cannot depend on itself"
    chooser.select_option(label=DOG)
    page.locator(f"div[id='{start}-waarden-keuze']").get_by_label("Nee", exact=True).check()
    assert page.locator(f"[name='{start}-waarden']").input_value()
    with page.expect_navigation():
        page.locator("button.action-save").first.evaluate("button => button.click()")

    pk = page.url.split("/pages/")[1].split("/")[0]
    ways = joris.go(f"/beheer/enquetes/{pk}/paden/")
    expect(ways.locator(".enquetes__pad")).to_have_count(2)
    expect(ways.locator(".enquetes__pad", has_text="Nee")).to_contain_text(ASKED)
    trial = joris.go(f"/beheer/enquetes/{pk}/proefrit/")
    expect(trial.locator("main")).to_contain_text(DOG)
    wide = trial.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wide <= 0
