"""A story of all blocks: what stands there is shown, and nothing that is stored breaks it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from core.blocks.headings import HeadingOrder
from tests.core.blocks.stories import block, every_block, gallery, image, items, page, pdf, table
from tests.factories import photo
from wijkteams.models import Wijk

WORDS = [
    "Rijdt weer.",
    "De eerste rit.",
    "Het straatfeest",
    "Ik zie mijn zus weer.",
    "Ander adres",
    "Mag mijn hond mee?",
    "Zo gaat het",
    "€ 2,50",
    "Welkom in De Brug.",
    "Verslag",
    "Naar de wijk",
    "Naima",
    "Kade 4",
]


def shown(client: Client, wijk: Wijk, *body: Any) -> str:
    """The story as a visitor gets it."""
    response = client.get(page(wijk, *body).url)
    assert response.status_code == 200
    html = response.content.decode()
    return html[html.index('<div class="story">') : html.index("</article>")]


def test_every_block_is_shown(client: Client, haven: Wijk) -> None:
    html = shown(client, haven, *every_block(haven))

    assert [word for word in WORDS if word not in html] == []


def test_no_block_has_anything_inline(client: Client, haven: Wijk) -> None:
    html = shown(client, haven, *every_block(haven))

    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|data:", html)
    assert re.findall(r"<script[^>]*>", html) == [
        '<script type="module" src="/static/js/video.js">'
    ]


def test_headings_go_down_one_step_at_a_time(client: Client, haven: Wijk) -> None:
    html = client.get(page(haven, *every_block(haven)).url).content.decode()

    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []


@pytest.mark.parametrize("kind", ["accordion", "steps"])
def test_without_a_title_the_lines_themselves_are_the_second_level(
    client: Client, haven: Wijk, kind: str
) -> None:
    line = {"question": "Hoe laat?", "answer": "<p>Om tien.</p>", "title": "Hoe laat?", "text": ""}

    without = shown(client, haven, block(kind, title="", items=items(line)))
    titled = shown(client, haven, block(kind, title="De markt", items=items(line)))

    assert "<h2>Hoe laat?</h2>" in without
    assert "<h3>Hoe laat?</h3>" in titled


def test_a_small_heading_without_a_large_one_is_lifted() -> None:
    order = HeadingOrder()

    assert order.mend("<h3>Een</h3><h2>Twee</h2><h3>Drie</h3>") == (
        "<h2>Een</h2><h2>Twee</h2><h3>Drie</h3>"
    )
    assert order.mend("<h3>Vier</h3>") == "<h3>Vier</h3>"


def test_what_version_0_1_stored_is_shown_as_it_was(client: Client, haven: Wijk) -> None:
    portrait = photo(haven)
    old = [
        {"type": "text", "value": {"text": "<p>Oude tekst</p>"}},
        {"type": "image", "value": {"image": image(portrait.pk, "Oude foto"), "caption": "Toen"}},
        {"type": "quote", "value": {"quote": "Oud citaat", "source": ""}},
        {"type": "callout", "value": {"kind": "info", "title": "Kop", "text": "<p>Oud</p>"}},
        {"type": "contact", "value": {"name": "Ria", "image": portrait.pk}},
    ]

    html = shown(client, haven, *old)

    for word in ("Oude tekst", 'alt="Oude foto"', "Toen", "Oud citaat", "notice--info", "Ria"):
        assert word in html


def test_what_was_deleted_leaves_no_hole_and_no_error(client: Client, haven: Wijk) -> None:
    picture, document = photo(haven), pdf(haven)
    gone = page(haven, title="Straks weg")
    button = {"text": "Weg", "page": gone.pk, "url": "", "kind": "primary"}
    body = [
        block("image", image=image(picture.pk), caption="Zonder foto"),
        gallery(picture, photo(haven, title="Blijft")),
        block("video", title="Film", url="https://youtu.be/aqz-KE-bpKQ", image=image(picture.pk)),
        block("document", document=document.pk, title="Weg document", description=""),
        block("contact", name="Ria", image=picture.pk),
        block("buttons", items=items(button)),
    ]
    story = page(haven, *body)
    picture.delete()
    document.delete()
    gone.delete()

    response = client.get(story.url)

    html = response.content.decode()
    assert response.status_code == 200
    assert "Zonder foto" not in html
    assert "Weg document" not in html
    assert html.count("groot bekijken") == 1
    assert "nl-button--primary" in html  # of the film
    assert ">Weg" not in html


def test_the_original_of_a_picture_that_is_lost_breaks_nothing(client: Client, haven: Wijk) -> None:
    picture = photo(haven)
    story = page(haven, block("image", image=image(picture.pk), caption=""), gallery(picture))
    picture.renditions.all().delete()
    picture.file.storage.delete(picture.file.name)

    assert client.get(story.url).status_code == 200


ODD = [
    block("text", text=""),
    block("image", image=image(None), caption="x"),
    block("gallery", title="", items=[]),
    block("accordion", title="", items=[]),
    block("accordion"),
    block("steps", title="x", items=items({"title": "Eén", "text": ""})),
    block("video", title="", url="", image=image(None), transcript=""),
    block("video", title="Elders", url="https://elders.example/film", transcript=""),
    block("video", title="Kapot", url="https://[kapot", transcript=""),
    block("document", document=999_999, title="x", description=""),
    block("buttons", items=items({"text": "x", "page": None, "url": "", "kind": "primary"})),
    block("buttons", items=items({"text": "x", "page": None, "url": "http://[x", "kind": "y"})),
    block("buttons"),
    block("contact", name="", role="", phone="", email="", image=None),
    block("place", name="x", address="y", latitude="niets", longitude=None, note=""),
    block("place", name="x", address=""),
    table(columns=[], rows=[]),
    table(columns=[{"type": "bestaat-niet", "heading": "x"}]),
    table(rows=[{"values": []}]),
    {"type": "table", "value": None},
    {"type": "bestaat_niet", "value": {"x": 1}},
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_odd_values_are_shown_as_far_as_they_go(client: Client, haven: Wijk, odd: Any) -> None:
    html = shown(client, haven, odd, block("text", text="<p>En verder.</p>"))

    assert "En verder." in html
