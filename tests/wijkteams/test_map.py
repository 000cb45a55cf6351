"""The map of the wards: an external drawing that shows each ward, its number and its status."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import shapely
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from home.models import HomePage
from tests.factories.shapes import square, wavy
from wijkteams.maps.draw import draw_all
from wijkteams.maps.drawing import WardShape, draw_map
from wijkteams.maps.shapes import fit_together, read_shape, simplify_together
from wijkteams.models import Kaart, Omtrek, Wijk, WijkPage
from wijkteams.palettes import VERF, Palet
from wijkteams.services import open_ward

SVG = "{http://www.w3.org/2000/svg}"


def ward(number: int, boundary: dict[str, Any], **fields: Any) -> WardShape:
    defaults = {"name": f"Wijk {number}", "palette": "haven", "status": "actief"}
    return WardShape(number=number, shape=read_shape(boundary), **{**defaults, **fields})


def drawn(*wards: WardShape) -> ElementTree.Element:
    return ElementTree.fromstring(draw_map(wards, "Kaart").text)


def stored(kaart: Kaart) -> str:
    with default_storage.open(kaart.file) as file:
        return file.read().decode()


@pytest.fixture
def two_wards(hub: HomePage) -> tuple[Wijk, Wijk]:
    return (
        open_ward(name="Achterhof", palette="molen", boundary=square(0)),
        open_ward(name="Brink", palette="zon", boundary=square(1)),
    )


def test_each_ward_has_its_colour_its_number_and_its_name() -> None:
    svg = drawn(ward(1, square(0), name="De Hoven"), ward(2, square(1), palette="tuin"))

    paths = svg.findall(f".//{SVG}g/{SVG}path")
    assert [path.get("fill") for path in paths] == ["#078ab9", "#c45278"]
    assert [path.findtext(f"{SVG}title") for path in paths] == ["1 De Hoven", "2 Wijk 2"]
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["1", "2"]


def test_a_number_that_does_not_fit_is_left_to_the_list() -> None:
    svg = drawn(ward(1, square(0, size=0.1)), ward(2, square(40, size=0.001)))

    assert [text.text for text in svg.iter(f"{SVG}text")] == ["1"]
    assert len(svg.findall(f".//{SVG}g/{SVG}path")) == 2


def test_a_ward_too_small_to_see_is_a_dot() -> None:
    svg = drawn(ward(1, square(0, size=0.3)), ward(2, square(40_000, size=0.00001)))

    assert all(path.get("d") for path in svg.findall(f".//{SVG}g/{SVG}path"))


def test_the_map_has_true_proportions() -> None:
    svg = draw_map([ward(1, square())], "Kaart")

    assert svg.width / svg.height == pytest.approx(0.62, abs=0.02)


def test_the_drawing_is_described_and_obeys_the_strictest_policy() -> None:
    text = draw_map([ward(1, square(0), status="slapend")], "Kaart van de wijken van Ons Dorp").text
    svg = ElementTree.fromstring(text)

    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == "Kaart van de wijken van Ons Dorp"
    assert "<style" not in text
    assert "<script" not in text
    assert "style=" not in text


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "]]>&\"'<", "nul\x00bel\x07", "{{ 7|add:7 }}", "\ud800"]
)
def test_a_hostile_name_stays_text(name: str) -> None:
    svg = drawn(ward(1, square(), name=name))

    assert svg.findtext(f".//{SVG}g/{SVG}path/{SVG}title", "").startswith("1 ")
    assert not list(svg.iter(f"{SVG}script"))


def test_resting_and_ended_teams_are_hatched_each_in_its_own_way() -> None:
    svg = drawn(
        ward(1, square(0), status="slapend"),
        ward(2, square(1), status="gestopt"),
        ward(3, square(2), status="opgevolgd"),
    )

    fills = [path.get("fill") for path in svg.findall(f".//{SVG}g/{SVG}path")]
    lines = {
        f"url(#{pattern.get('id')})": pattern.findall(f"{SVG}path")[1].get("d")
        for pattern in svg.iter(f"{SVG}pattern")
    }
    assert [lines[str(fill)] for fill in fills] == ["M0 10h20", *["M0 10h20M10 0v20"] * 2]
    assert "1 Wijk 1 (Slapend)" in ElementTree.tostring(svg, "unicode")


def test_neighbours_still_meet_when_simplified() -> None:
    shapes = fit_together(
        [shapely.transform(read_shape(wavy(x, 0)), lambda p: p * 10_000) for x in range(2)]
    )
    simple = simplify_together(shapes, 8)

    assert shapely.get_num_coordinates(simple).sum() < shapely.get_num_coordinates(shapes).sum() / 4
    assert shapely.coverage_is_valid(simple)
    assert simple[0].intersection(simple[1]).length > 0


def test_the_smaller_of_two_wards_that_overlap_stays_in_sight() -> None:
    large, small = shapely.box(0, 0, 100, 100), shapely.box(40, 40, 60, 60)

    fitted = fit_together([large, small])

    assert [round(shape.area) for shape in fitted] == [9600, 400]


def test_a_hundred_detailed_wards_fit_in_thirty_kilobytes() -> None:
    wards = [ward(n + 1, wavy(n % 10, n // 10), name="Een lange wijknaam") for n in range(100)]

    text = draw_map(wards, "Kaart").text

    assert len(text.encode()) <= 30_000
    assert text.count("<text ") == 100


@pytest.mark.parametrize(
    "boundary",
    [
        "vlak",
        {"type": "Polygon", "coordinates": "x"},
        {"type": "Polygon", "coordinates": [[[1e22, 52], [5, 52], [5, 53], [1e22, 52]]]},
        {"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5, 52]]]},
        {"type": "Point", "coordinates": [5, 52]},
        {"type": "Polygon", "coordinates": []},
        {},
    ],
)
def test_a_boundary_that_makes_no_sense_is_left_out(
    boundary: Any, two_wards: tuple[Wijk, Wijk]
) -> None:
    first, _second = two_wards
    first.boundary = boundary
    first.save()

    assert "Brink" in stored(Kaart.objects.get())
    assert "Achterhof" not in stored(Kaart.objects.get())
    assert not Omtrek.objects.filter(wijk=first).exists()


def test_each_gemeente_has_its_own_map_and_the_rest_share_one(hub: HomePage) -> None:
    gouda = {"gemeente": "Gouda", "gemeentecode": "GM0513"}
    open_ward(name="Korte Akkeren", boundary=square(0), **gouda)
    open_ward(name="Plaswijck", boundary=square(1), **gouda)
    open_ward(name="Stadskern", boundary=square(9), gemeente="Roermond", gemeentecode="GM0957")
    open_ward(name="Los", boundary=square(20))
    open_ward(name="Vast", boundary=square(21))

    maps = {kaart.key: stored(kaart) for kaart in Kaart.objects.all()}

    assert sorted(maps) == ["gm0513", "gm0957", "stad"]
    assert "Kaart van de wijken van Gouda" in maps["gm0513"]
    assert "1 Korte Akkeren" in maps["gm0513"]
    assert "2 Plaswijck" in maps["gm0513"]
    assert "2 Vast" in maps["stad"]


def test_the_hub_shows_the_map_with_an_address_that_holds_a_hash(
    client: Client, two_wards: tuple[Wijk, Wijk]
) -> None:
    kaart = Kaart.objects.get()

    assert kaart.url in client.get("/").content.decode()
    assert kaart.file.startswith("kaarten/stad-")
    assert Path(default_storage.path(kaart.file)).stat().st_size > 500


def test_without_a_drawing_there_is_no_picture_and_no_error(client: Client, haven: Wijk) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert answer.context["kaarten"] == []
    assert "ward-map" not in answer.content.decode()


def test_a_change_gives_another_file_and_the_old_one_goes(two_wards: tuple[Wijk, Wijk]) -> None:
    old, untouched = Kaart.objects.get(), Omtrek.objects.get(wijk=two_wards[1])
    two_wards[0].palette = "avond"
    two_wards[0].save()

    new = Kaart.objects.get()
    assert new.file != old.file
    assert not default_storage.exists(old.file)
    assert "#6b71db" in stored(new)
    assert Omtrek.objects.get(wijk=two_wards[1]).file == untouched.file


def test_drawing_again_without_a_change_does_nothing(two_wards: tuple[Wijk, Wijk]) -> None:
    before = list(Kaart.objects.values()), list(Omtrek.objects.values())

    assert not draw_all()
    assert (list(Kaart.objects.values()), list(Omtrek.objects.values())) == before


def test_a_ward_that_is_not_public_is_not_on_the_map(two_wards: tuple[Wijk, Wijk]) -> None:
    WijkPage.objects.get(wijk=two_wards[0]).unpublish()
    assert "Achterhof" not in stored(Kaart.objects.get())

    page = WijkPage.objects.get(wijk=two_wards[1])
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not Kaart.objects.exists()


def test_the_outline_of_a_ward_that_is_removed_goes_too(
    two_wards: tuple[Wijk, Wijk], django_capture_on_commit_callbacks: Any
) -> None:
    file = Omtrek.objects.get(wijk=two_wards[0]).file
    with django_capture_on_commit_callbacks(execute=True):
        WijkPage.objects.get(wijk=two_wards[0]).delete()
        two_wards[0].delete()

    assert not default_storage.exists(file)
    assert "1 Brink" in stored(Kaart.objects.get())


def test_many_changes_ask_for_one_drawing(two_wards: tuple[Wijk, Wijk], settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for wijk in two_wards * 3:
        wijk.status = "slapend"
        wijk.save()

    waiting = DBTaskResult.objects.filter(task_path="wijkteams.maps.tasks.draw_maps")
    assert waiting.count() == 1


def test_a_change_that_no_map_shows_asks_for_nothing(
    two_wards: tuple[Wijk, Wijk], settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    two_wards[0].contact_phone = "0500 123 456"
    two_wards[0].save(update_fields=["contact_phone"])

    assert not DBTaskResult.objects.filter(task_path="wijkteams.maps.tasks.draw_maps").exists()


def test_the_command_draws_all_anew_and_removes_what_was_left_behind(
    two_wards: tuple[Wijk, Wijk], capsys: pytest.CaptureFixture[str]
) -> None:
    lost = default_storage.save("kaarten/oud-0123.svg", ContentFile(b"<svg/>"))
    call_command("teken_kaarten", "--alles")

    assert "Kaarten getekend: 1. Omtrekken: 2." in capsys.readouterr().out
    assert not default_storage.exists(lost)
    assert default_storage.exists(Kaart.objects.get().file)


def test_the_paint_is_that_of_the_style_sheet() -> None:
    css = (Path(__file__).parents[2] / "frontend/css/tokens/palettes.css").read_text()

    assert set(VERF) == set(Palet)
    for palette, verf in VERF.items():
        rule = css.split(f'[data-palet="{palette}"] {{')[1].split("}")[0]
        found = [rule.split(f"--wijk-{step}: ")[1][:7] for step in (300, 500, 800)]
        assert found == list(verf)
