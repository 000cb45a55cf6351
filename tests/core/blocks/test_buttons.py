"""Buttons: to a page or to an address, and another site is named."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.buttons import ButtonBlock
from tests.core.blocks.stories import block, items, page
from wijkteams.models import Wijk, WijkPage

URL = "https://www.sluisdam.example/afval"


def button(**fields: Any) -> dict[str, Any]:
    return {"text": "Regels", "page": None, "url": "", "kind": "primary", **fields}


def errors_of(**fields: Any) -> dict[str, str]:
    """What is said next to each field."""
    with pytest.raises(StructBlockValidationError) as error:
        ButtonBlock().clean(ButtonBlock().normalize(button(**fields)))
    return {name: str(one) for name, one in error.value.block_errors.items()}


def test_a_button_leads_somewhere() -> None:
    assert "Kies een pagina óf vul een adres in." in errors_of()["page"]


def test_a_button_leads_to_one_place_only(haven: Wijk) -> None:
    errors = errors_of(page=WijkPage.objects.get(wijk=haven), url=URL)

    assert "niet allebei" in errors["url"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "geen adres", "ftp://x.example/y"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    assert "url" in errors_of(url=url)


def test_a_draft_may_wait_for_its_address() -> None:
    block_ = ButtonBlock()

    assert block_.clean_deferred(block_.normalize(button(text="")))["kind"] == "primary"


def test_another_site_is_named_and_a_page_of_ours_is_not(client: Client, haven: Wijk) -> None:
    own = button(text="De wijk", page=WijkPage.objects.get(wijk=haven).pk, kind="secondary")
    story = page(haven, block("buttons", items=items(button(url=URL), own)))

    html = client.get(story.url).content.decode()

    assert html.count("(sluisdam.example)") == 1
    assert 'href="/havenkwartier/"' in html
    assert "nl-button--secondary" in html


def test_a_button_to_a_withdrawn_page_is_not_shown(client: Client, haven: Wijk) -> None:
    target = page(haven, title="Ingetrokken")
    line = button(text="Naar niets", page=target.pk)
    story = page(haven, block("buttons", items=items(line)))
    target.unpublish()

    assert "Naar niets" not in client.get(story.url).content.decode()


def test_a_stored_address_that_could_run_is_not_shown(client: Client, haven: Wijk) -> None:
    line = button(text="Kwaad", url="javascript:alert(1)")
    story = page(haven, block("buttons", items=items(line)))

    assert "javascript:" not in client.get(story.url).content.decode()
