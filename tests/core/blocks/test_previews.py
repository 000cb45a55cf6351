"""The block picker shows each block as it will look, and the form explains each field."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from wagtail.blocks import Block, BooleanBlock, FieldBlock, ListBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from tests.core.blocks.stories import block, page
from wijkteams.models import TekstPage, Wijk

STORY = TekstPage._meta.get_field("body").stream_block
NAMES = list(STORY.child_blocks)
KEYS = (
    "text image gallery quote callout accordion steps table video document buttons contact place"
    " newsletter peiling"
)


def fields_of(block: Block, path: str) -> Iterator[tuple[str, FieldBlock]]:
    """The fields in which an editor types or chooses something."""
    if isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from fields_of(child, f"{path}.{name}")
    elif isinstance(block, ListBlock):
        yield from fields_of(block.child_block, path)
    elif isinstance(block, FieldBlock):
        yield path, block


def test_the_keys_of_the_blocks_never_change() -> None:
    assert KEYS.split() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_preview_looks_like_the_site(as_joris: Client, name: str) -> None:
    shown = STORY.child_blocks[name]
    response = as_joris.get("/beheer/block-preview/", {"id": shown.definition_prefix})

    html = response.content.decode()
    assert response.status_code == 200
    assert shown.is_previewable
    assert 'href="/static/css/site.css"' in html
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    story = html[html.index('<div class="story">') : html.index("</main>")]
    assert len(re.sub(r"<[^>]+>|\s", "", story)) > 20 or "<img" in story
    assert not re.search(r"\sstyle=|None|&lt;", story)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_of_a_preview_are_there(as_joris: Client, name: str) -> None:
    from django.contrib.staticfiles import finders

    shown = STORY.child_blocks[name]
    html = as_joris.get("/beheer/block-preview/", {"id": shown.definition_prefix}).content.decode()

    for path in re.findall(r'(?:src|href)="/static/([^"]+)"', html):
        assert finders.find(path), path


@pytest.mark.parametrize("name", NAMES)
def test_block_has_a_name_a_group_and_a_description(name: str) -> None:
    shown = STORY.child_blocks[name]

    assert str(shown.meta.group)[0] in "123"
    assert len(str(shown.get_description())) > 15
    assert shown.meta.icon != "placeholder"
    assert str(shown.label)[0].isupper()


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_a_hint(name: str) -> None:
    silent = [
        path
        for path, field in fields_of(STORY.child_blocks[name], name)
        if not field.field.help_text and not path.endswith("image.image")
    ]

    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_typed_has_an_example(name: str) -> None:
    typed = [
        (path, str(field.field.help_text))
        for path, field in fields_of(STORY.child_blocks[name], name)
        if not isinstance(field, BooleanBlock) and not path.endswith("image.image")
    ]

    without = re.compile(r"[Bb]ijvoorbeeld|:")
    assert [path for path, hint in typed if not without.search(hint)] == []


def test_pictures_are_blocks_of_ours_everywhere() -> None:
    foreign = []
    for name, parent in STORY.child_blocks.items():
        for child in getattr(parent, "child_blocks", {}).values():
            if type(child) is ImageBlock:
                foreign.append(name)

    assert foreign == []


def test_the_cms_may_show_a_page_beside_its_form_and_nobody_else(haven: Wijk) -> None:
    story = page(haven, block("quote", quote="Ik zie mijn zus weer.", source=""))

    policy = story.make_preview_request()["Content-Security-Policy"]

    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
