"""A table has a caption and headings, and scrolls within itself."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError

from core.blocks import TableBlock
from tests.core.blocks.stories import page, table
from wijkteams.models import Wijk


def test_headings_say_what_they_head(client: Client, haven: Wijk) -> None:
    html = client.get(page(haven, table()).url).content.decode()

    assert "<caption>Wat het kost</caption>" in html
    assert '<th scope="row">Kinderen</th>' in html
    assert html.count('scope="col"') == 2
    assert 'class="table__number">€ 2,50</td>' in html


def test_a_wide_table_can_be_scrolled_with_the_keyboard(client: Client, haven: Wijk) -> None:
    html = " ".join(client.get(page(haven, table()).url).content.decode().split())

    assert 'class="table" tabindex="0" role="region" aria-label="Wat het kost"' in html


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"caption": " "}, "Geef de tabel een opschrift"),
        ({"columns": [], "rows": []}, "minstens één kolom en één rij"),
        ({"columns": [{"type": "text", "heading": ""}]}, "Geef elke kolom een kop"),
    ],
)
def test_what_is_missing_is_said(change: dict[str, object], message: str) -> None:
    block = TableBlock()

    with pytest.raises(TypedTableBlockValidationError) as error:
        block.clean(block.to_python(table(**change)["value"]))

    assert message in str(error.value.non_block_errors)


def test_a_draft_need_not_be_whole() -> None:
    block = TableBlock()

    cleaned = block.clean_deferred(block.to_python(table(caption="")["value"]))

    assert cleaned.caption == ""
