"""A gallery works without any script, and shows what matters of each picture."""

from __future__ import annotations

import re

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image as PillowImage
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import GalleryBlock
from core.blocks.picture import PictureBlock
from tests.core.blocks.stories import block, gallery, image, items, page
from tests.factories import photo, photo_file
from wijkteams.models import Image, Wijk


def two_colours() -> Image:
    """Wide, blue, with a red patch at the far end."""
    picture = PillowImage.new("RGB", (1200, 300), (0, 0, 255))
    picture.paste((255, 0, 0), (1000, 0, 1200, 300))
    file = photo_file(size=(1200, 300))
    with file.open("wb") as handle:
        picture.save(handle, "JPEG")
    return photo(None, title="Twee kleuren", file=file)


def test_each_picture_links_to_its_large_one(client: Client, haven: Wijk) -> None:
    story = page(haven, gallery(photo(haven), photo(haven, title="Twee")))

    html = client.get(story.url).content.decode()

    links = re.findall(r'<a href="(/media/images/[^"]+)">', html)
    assert len(links) == 2
    assert all(client.get(link).status_code == 200 for link in links)


def test_a_link_to_a_picture_for_decoration_has_words_too(client: Client, haven: Wijk) -> None:
    line = {"image": {**image(photo(haven).pk, ""), "decorative": True}, "caption": ""}
    story = page(haven, block("gallery", title="", items=items(line, line)))

    html = client.get(story.url).content.decode()

    assert "Foto 2 groot bekijken" in html


def test_cropping_keeps_the_focal_point(haven: Wijk) -> None:
    picture = two_colours()
    Image.objects.filter(pk=picture.pk).update(
        focal_point_x=1100, focal_point_y=150, focal_point_width=150, focal_point_height=150
    )
    picture.refresh_from_db()

    cropped = picture.get_rendition("fill-320x240|format-png")

    with cropped.file.open("rb") as file:
        red, _green, blue = PillowImage.open(file).convert("RGB").getpixel((260, 120))
    assert red > 200 > blue


def test_the_same_picture_twice_keeps_two_texts(client: Client, haven: Wijk) -> None:
    one = photo(haven)
    lines = [{"image": image(one.pk, alt), "caption": ""} for alt in ("Voor", "Na")]
    story = page(haven, block("gallery", title="", items=items(*lines)))

    for _visit in range(2):
        html = client.get(story.url).content.decode()
        assert 'alt="Voor"' in html
        assert 'alt="Na"' in html


@pytest.mark.parametrize(
    ("count", "message"), [(1, "Zet er minstens 2 in."), (25, "Meer dan 24 is te veel.")]
)
def test_a_gallery_has_two_to_twentyfour_pictures(haven: Wijk, count: int, message: str) -> None:
    picture = photo(haven)
    picture.contextual_alt_text = "Buren"
    value = GalleryBlock().normalize(
        {"title": "", "items": [{"image": picture, "caption": ""}] * count}
    )

    with pytest.raises(StructBlockValidationError) as error:
        GalleryBlock().clean(value)

    assert message in str(error.value.block_errors["items"].as_json_data())


def test_a_picture_asks_for_its_text_unless_it_is_decoration(haven: Wijk) -> None:
    picture, found = PictureBlock(), photo(haven)
    found.contextual_alt_text, found.decorative = "", False

    with pytest.raises(StructBlockValidationError) as error:
        picture.clean(found)
    assert "Schrijf wat er op de foto te zien is" in str(error.value.block_errors["alt_text"])

    found.decorative = True
    assert picture.clean(found) is found


def test_a_new_gallery_has_room_for_two_pictures() -> None:
    lines = GalleryBlock().get_default()["items"]

    assert [line["image"] for line in lines] == [None, None]


def test_the_large_picture_is_larger_than_the_one_in_the_row(client: Client, haven: Wijk) -> None:
    big = photo(haven, file=photo_file(size=(2400, 1600)))
    story = page(haven, gallery(big, photo(haven)))

    html = client.get(story.url).content.decode()

    opened = re.search(r'<a href="/media/([^"]+)">', html)
    assert opened is not None
    with default_storage.open(opened[1]) as file:
        assert PillowImage.open(file).width == 1600


def test_maker_stands_under_each_picture(client: Client, haven: Wijk) -> None:
    made = photo(haven, photographer="Lotte", licence="cc-by")
    line = {"image": image(made.pk, "x"), "caption": "Bij de kade"}
    nobody = photo(haven, title="Twee", photographer="")
    other = {"image": image(nobody.pk, "x"), "caption": ""}
    story = page(haven, block("gallery", title="", items=items(line, other)))

    html = " ".join(client.get(story.url).content.decode().split())

    assert "Bij de kade <small> Beeld: Lotte, CC BY </small>" in html
    assert html.count("Beeld:") == 1
