"""The face of a ward: icons and a card for shared links, in its colours and its outline."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from PIL import Image

from core.models import StadInstellingen
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo, photo_file
from tests.factories.shapes import square, wavy
from wijkteams.faces import lettering
from wijkteams.faces.card import MAX_BYTES, Ground, draw_card
from wijkteams.faces.draw import draw_faces
from wijkteams.faces.icon import icon_png, icon_svg
from wijkteams.faces.wall import BOND, wall
from wijkteams.maps.draw import sweep
from wijkteams.maps.shapes import read_shape
from wijkteams.models import Gezicht, Wijk, WijkPage
from wijkteams.palettes import Palet
from wijkteams.services import open_ward

LONG = "Bedrijventerrein en Woongebied Noordelijke Spoorzonehoekster"


@pytest.fixture
def hoven(hub: HomePage, faces: None) -> Wijk:
    return open_ward(name="De Hoven", palette="kanaal", code="WK999901", boundary=square())


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("palette", Palet.values)
def test_each_palette_gives_a_card_of_the_right_size_and_weight(palette: str) -> None:
    data = draw_card("De Hoven", "Wijkplein Sluisdam", palette, [Ground(shape(), palette)])

    assert opened(data).size == (1200, 630)
    assert len(data) <= MAX_BYTES


def shape() -> object:
    return read_shape(wavy(0, 0, points=400))


@pytest.mark.parametrize("name", [LONG, "A" * 100, "حي الزهور الجديدة", "Şirinçeşme", "", "😀"])
def test_any_name_gives_a_card(name: str) -> None:
    assert len(draw_card(name, "Wijkplein Sluisdam", "zon", [])) <= MAX_BYTES


def test_a_long_name_fits_without_cutting_words() -> None:
    found = lettering.fit(LONG, (620, 280), range(92, 40, -4), 4, 780)

    assert " ".join(found.lines) == LONG
    assert all(lettering.length(line, found.size, 780) <= 620 for line in found.lines)
    assert found.height <= 280


def test_a_name_that_fits_nowhere_ends_in_an_ellipsis() -> None:
    found = lettering.fit("W" * 400, (620, 280), range(92, 40, -4), 4, 780)

    assert found.lines[-1].endswith("…")
    assert all(lettering.length(line, found.size, 780) <= 620 for line in found.lines)


def test_arabic_is_left_out_where_its_letters_cannot_be_joined(monkeypatch) -> None:
    monkeypatch.setattr(lettering.features, "check", lambda feature: False)

    assert lettering.drawable("حي الزهور") == ""
    assert lettering.drawable("De Hoven") == "De Hoven"


def test_signs_that_no_font_has_are_left_out() -> None:
    assert lettering.drawable("De 😀 Hoven ğ Ї") == "De  Hoven ğ Ї"


def test_the_bonds_are_those_of_the_style_sheet() -> None:
    css = (Path(settings.ASSETS_DIR) / "frontend/css/tokens/palettes.css").read_text()
    found = dict(re.findall(r'data-palet="(\w+)"\][^}]*verband-(\w+)\.svg', css))

    assert {str(palette): bond for palette, bond in BOND.items()} == found


@pytest.mark.parametrize("palette", ["haven", "molen", "zon"])
def test_a_wall_has_bricks_and_joints(palette: str) -> None:
    colours = wall(palette, (200, 100)).getcolors(100_000)

    assert len(colours) > 2


def test_the_icon_shows_the_outline_on_the_colour_of_the_ward() -> None:
    svg = ElementTree.fromstring(icon_svg("kanaal", shape()))

    assert svg.find("{*}rect").get("fill") == "#0b928c"
    assert len(svg.find("{*}path").get("d")) > 20
    small = opened(icon_png("kanaal", shape(), 32, round_off=True))
    assert small.size == (32, 32)
    assert len(small.getcolors()) > 1


def test_all_pages_of_a_ward_carry_its_face(client: Client, hoven: Wijk) -> None:
    face = Gezicht.objects.get(wijk=hoven)
    for address in ("/de-hoven/", "/de-hoven/nieuws/", "/de-hoven/wijkteam/"):
        html = client.get(address).content.decode()
        assert f'href="/media/{face.icon}"' in html
        assert f'href="/media/{face.touch_icon}"' in html
        assert f"/media/{face.card}" in html
        assert 'content="#0b928c"' in html
    assert re.search(r"/wk999901-kaart-[0-9a-f]{16}\.png$", face.card)


def test_a_card_says_how_large_it_is_and_whose(client: Client, hoven: Wijk) -> None:
    html = " ".join(client.get("/de-hoven/").content.decode().split())

    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta property="og:image:height" content="630">' in html
    assert '<meta property="og:image:alt" content="De Hoven">' in html


def test_a_news_item_with_a_picture_keeps_that(client: Client, hoven: Wijk) -> None:
    listing = NieuwsIndexPage.objects.get(wijk=hoven)
    picture = photo(hoven, file=photo_file(size=(1300, 700)), description="Het feest")
    news(listing, "Feest", slug="feest", image=picture)
    news(listing, "Zonder", slug="zonder")

    def shared(slug: str) -> str:
        page = listing.get_descendants().get(slug=slug)
        return client.get(page.url).context["og"]["image_url"]

    assert "/media/images/" in shared("feest")
    assert shared("zonder").endswith(Gezicht.objects.get(wijk=hoven).card)


def test_without_a_boundary_there_is_a_face_too(client: Client, hub: HomePage, faces: None) -> None:
    wijk = open_ward(name="Nieuwland", palette="zon", code="WK999902")

    face = Gezicht.objects.get(wijk=wijk)
    assert all(default_storage.exists(place) for place in face.files)


def test_as_long_as_nothing_was_drawn_the_own_files_are_shown(client: Client, haven: Wijk) -> None:
    html = client.get("/havenkwartier/").content.decode()

    assert "img/favicon" in html
    assert "img/social" in html
    assert "/media/gezicht/" not in html


def test_another_name_gives_other_files_and_the_old_ones_go(hoven: Wijk) -> None:
    old = Gezicht.objects.get(wijk=hoven)
    hoven.name = "De Nieuwe Hoven"
    hoven.save()

    new = Gezicht.objects.get(wijk=hoven)
    assert new.card != old.card
    assert not default_storage.exists(old.card)
    assert default_storage.exists(new.icon)


def test_drawing_a_second_time_changes_nothing(hoven: Wijk) -> None:
    before = Gezicht.objects.get(wijk=hoven).files

    assert draw_faces() is False
    assert Gezicht.objects.get(wijk=hoven).files == before


def test_a_long_row_is_drawn_in_parts(hoven: Wijk) -> None:
    open_ward(name="Nieuwland", palette="zon", code="WK999902")
    Gezicht.objects.update(source_hash="")

    assert draw_faces(at_most=1) is True
    assert draw_faces(at_most=1) is False


def test_the_city_has_a_card_with_its_name_and_its_wards(client: Client, hoven: Wijk) -> None:
    first = StadInstellingen.objects.get().social_card
    open_ward(name="Achterhof", palette="zon", code="WK999903", boundary=square(1))
    second = StadInstellingen.objects.get().social_card

    assert client.get("/").context["og"]["image_url"].endswith(f"/media/{second}")
    assert first != second
    assert not default_storage.exists(first)


def test_a_ward_that_is_no_longer_public_loses_its_face(
    hoven: Wijk, django_capture_on_commit_callbacks
) -> None:
    face = Gezicht.objects.get(wijk=hoven)
    with django_capture_on_commit_callbacks(execute=True):
        WijkPage.objects.get(wijk=hoven).unpublish()

    assert not Gezicht.objects.exists()
    assert not default_storage.exists(face.card)


def test_the_command_draws_all_anew_and_the_sweep_keeps_what_is_used(hoven: Wijk) -> None:
    face = Gezicht.objects.get(wijk=hoven)
    default_storage.delete(face.card)

    call_command("teken_gezichten", "--alles")

    assert default_storage.exists(Gezicht.objects.get(wijk=hoven).card)
    sweep()
    assert default_storage.exists(face.icon)
    assert default_storage.exists(StadInstellingen.objects.get().social_card)


def test_a_visit_to_a_ward_costs_no_query_more_for_its_face(client: Client, hoven: Wijk) -> None:
    from tests.counting import count_queries

    drawn = count_queries(lambda: client.get("/de-hoven/"))
    Gezicht.objects.all().delete()

    assert count_queries(lambda: client.get("/de-hoven/")) == drawn


@pytest.mark.parametrize("sign", ["\u200d", "\u200f", "\u202e", "\ufeff"])
def test_signs_that_nobody_sees_are_left_out(sign: str) -> None:
    """They come along when a name is pasted; the library that joins letters fails on them."""
    assert lettering.drawable(f"Mo{sign}len") == "Molen"
