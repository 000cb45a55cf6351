"""The outline of a ward: a small drawing in its colour, on each of its pages."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.core.files.storage import default_storage
from django.test import Client

from home.models import HomePage
from tests.factories.shapes import square, wavy
from wijkteams.maps.drawing import WardShape, draw_outline
from wijkteams.maps.shapes import read_shape
from wijkteams.models import Omtrek, Wijk
from wijkteams.services import open_ward

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def hoven(hub: HomePage) -> Wijk:
    return open_ward(name="De Hoven", palette="kanaal", code="WK999901", boundary=square())


def outline_of(boundary: dict[str, object], name: str = "De Hoven") -> str:
    shape = read_shape(boundary)
    return draw_outline(WardShape(1, name, "kanaal", "actief", shape)).text


def test_the_outline_has_the_colour_and_the_name_of_the_ward() -> None:
    svg = ElementTree.fromstring(outline_of(square()))

    assert svg.findtext(f"{SVG}title") == "De Hoven"
    assert svg.find(f"{SVG}path").get("fill") == "#0b928c"
    assert svg.get("viewBox") == "0 0 240 240"


def test_a_detailed_outline_stays_small() -> None:
    text = outline_of(wavy(0, 0, points=5_000), name="A" * 100)

    assert len(text.encode()) <= 1_500


def test_an_island_beside_the_ward_is_drawn_too() -> None:
    parts = [square(0)["coordinates"], square(2)["coordinates"]]
    svg = outline_of({"type": "MultiPolygon", "coordinates": parts})

    assert svg.count("M") == 2


def test_a_hostile_name_stays_text() -> None:
    svg = ElementTree.fromstring(outline_of(square(), name="<b>\x00&"))

    assert svg.findtext(f"{SVG}title") == "<b>&"


def test_every_page_of_the_ward_shows_the_stored_outline(client: Client, hoven: Wijk) -> None:
    url = Omtrek.objects.get(wijk=hoven).url

    assert client.get("/de-hoven/").context["outline_url"] == url
    assert client.get("/de-hoven/nieuws/").context["outline_url"] == url
    assert url.startswith("/media/omtrek/wk999901-")


def test_a_ward_without_boundary_has_pages_without_outline(client: Client, haven: Wijk) -> None:
    answer = client.get("/havenkwartier/")

    assert answer.status_code == 200
    assert answer.context["outline_url"] == ""


def test_another_colour_gives_another_file_and_the_old_one_goes(hoven: Wijk) -> None:
    old = Omtrek.objects.get(wijk=hoven).file
    hoven.palette = "zon"
    hoven.save()

    new = Omtrek.objects.get(wijk=hoven).file
    assert new != old
    assert not default_storage.exists(old)
    assert default_storage.exists(new)


def test_a_stale_save_of_the_ward_keeps_the_outline(hoven: Wijk) -> None:
    stale = Wijk.objects.get(pk=hoven.pk)
    hoven.name = "De Nieuwe Hoven"
    hoven.save()
    stale.contact_phone = "0500 123 456"
    stale.save(update_fields=["contact_phone"])

    assert default_storage.exists(Omtrek.objects.get(wijk=hoven).file)


def test_the_number_follows_the_order_of_the_list(hoven: Wijk) -> None:
    open_ward(name="Achterhof", boundary=square(1))

    numbers = {omtrek.wijk.name: omtrek.number for omtrek in Omtrek.objects.all()}
    assert numbers == {"Achterhof": 1, "De Hoven": 2}
