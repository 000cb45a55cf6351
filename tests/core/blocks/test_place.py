"""A place: an address, a dot on the outline of the ward, and a way out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import PlaceBlock
from tests.core.blocks.stories import block, page
from tests.factories.shapes import square
from wijkteams.ground import MARGIN, SIZE, ground_of
from wijkteams.maps.draw import draw_all
from wijkteams.maps.drawing import EMBLEM
from wijkteams.maps.shapes import on_paper, read_shape
from wijkteams.models import Wijk

HERE = {"latitude": 52.005, "longitude": 5.005}


def place(**fields: Any) -> dict[str, Any]:
    value = {"name": "De Kajuit", "address": "Kade 4", "note": "Met lift.", **HERE}
    return block("place", **{**value, **fields})


@pytest.fixture
def drawn(haven: Wijk) -> Wijk:
    """Havenkwartier with an outline."""
    haven.boundary = square()
    haven.save()
    draw_all()
    return Wijk.objects.get(pk=haven.pk)


def shown(client: Client, wijk: Wijk, **fields: Any) -> str:
    html = client.get(page(wijk, place(**fields)).url).content.decode()
    return html[html.index('<div class="panel place">') :]


def test_the_dot_stands_on_the_outline_of_the_ward(client: Client, drawn: Wijk) -> None:
    html = shown(client, drawn)

    assert drawn.omtrek.url in html
    assert '<circle cx="120" cy="120"' in html
    assert "Omtrek van Havenkwartier, met een stip bij De Kajuit." in html


def test_dot_and_outline_are_projected_alike(drawn: Wijk) -> None:
    ground = ground_of(drawn)
    [outline], *_size = on_paper([read_shape(drawn.boundary)], EMBLEM, square=True)
    west, north, east, south = outline.bounds
    corners = {(52.01, 5.0): (west, north), (52.0, 5.01): (east, south)}

    assert ground is not None
    for (latitude, longitude), (x, y) in corners.items():
        assert ground.dot(latitude, longitude) == (round(x), round(y))
    assert (EMBLEM.width, EMBLEM.margin) == (SIZE, MARGIN)


@pytest.mark.parametrize(
    "fields",
    [
        {"latitude": None, "longitude": None},
        {"latitude": 52.4},
        {"latitude": 10.0},
        {"latitude": "noord"},
    ],
)
def test_a_place_elsewhere_or_nowhere_has_no_map(
    client: Client, drawn: Wijk, fields: dict[str, Any]
) -> None:
    html = shown(client, drawn, **fields)

    assert "<circle" not in html
    assert "Kade 4" in html


def test_a_ward_without_an_outline_shows_address_and_link(client: Client, haven: Wijk) -> None:
    html = shown(client, haven)

    assert "<svg class" not in html.split("</main>")[0]
    assert "Kade 4" in html
    assert 'href="https://www.openstreetmap.org/?mlat=52.00500&amp;mlon=5.00500#map=18' in html


def test_without_a_point_the_link_looks_for_the_address(client: Client, haven: Wijk) -> None:
    html = shown(client, haven, latitude=None, longitude=None, address="Kade 4, Sluisdam")

    assert 'href="https://www.openstreetmap.org/search?query=Kade+4%2C+Sluisdam"' in html


def test_numbers_are_written_with_points_in_any_language(client: Client, drawn: Wijk) -> None:
    svg = re.search(r"<svg.*?</svg>", shown(client, drawn), re.DOTALL)

    assert svg is not None
    assert not re.search(r"\d,\d", svg[0])


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        ({"latitude": 10.0}, "latitude", "niet in Nederland"),
        ({"longitude": 52.0}, "longitude", "tussen 3.2 en 7.3"),
        ({"latitude": None}, "latitude", "allebei"),
        ({"longitude": None}, "longitude", "allebei"),
    ],
)
def test_numbers_that_cannot_be_are_refused(fields: Any, name: str, message: str) -> None:
    place_block = PlaceBlock()
    value = place_block.normalize({"name": "De Kajuit", "address": "Kade 4", **HERE, **fields})

    with pytest.raises(StructBlockValidationError) as error:
        place_block.clean(value)

    assert message in str(error.value.block_errors[name])
