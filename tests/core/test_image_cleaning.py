"""A photo keeps its pixels and nothing else; what cannot be cleaned is refused (R-20)."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image as PillowImage
from PIL import ImageCms

from core.pictures.presets import PRESETS
from core.uploads.images import clean_image_file
from tests.factories.pictures import (
    BLUE,
    RED,
    SAVE_AS,
    SECRET,
    hidden_exif,
    picture_bytes,
    red_left_blue_right,
    xmp,
)
from wijkteams.models import Image

TRACES = (SECRET.encode(), b"Exif", b"xmpmeta", b"Photoshop", b"MPF\x00", b"PK\x03\x04", b"ICC_PR")


def cleaned(data: bytes, name: str = "IMG_0001.jpg") -> tuple[bytes, PillowImage.Image]:
    result = clean_image_file(ContentFile(data, name=name)).read()
    return result, PillowImage.open(BytesIO(result))


def is_close(found: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) < 40 for a, b in zip(found[:3], wanted, strict=True))


def traces_in(data: bytes) -> list[bytes]:
    return [trace for trace in TRACES if trace in data]


@pytest.mark.parametrize("ending", SAVE_AS)
def test_nothing_hidden_stays_in_any_format(ending: str) -> None:
    data = picture_bytes(ending)
    assert SECRET.encode() in data, "the test file must hold the secret itself"

    result, picture = cleaned(data, f"IMG_0001.{ending.upper()}")

    assert traces_in(result) == []
    assert not picture.getexif()
    assert set(picture.info) <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert picture.format == "JPEG"


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "tif", "heic"])
def test_picture_is_turned_upright(ending: str, orientation: int) -> None:
    _result, picture = cleaned(picture_bytes(ending, orientation))

    assert picture.size == (80, 40)
    assert is_close(picture.convert("RGB").getpixel((10, 20)), RED)
    assert is_close(picture.convert("RGB").getpixel((70, 20)), BLUE)


def test_second_picture_and_thumbnail_of_a_phone_do_not_stay() -> None:
    buffer = BytesIO()
    red_left_blue_right().save(
        buffer, "MPO", save_all=True, append_images=[red_left_blue_right((40, 20))],
        exif=hidden_exif().tobytes(),
    )  # fmt: skip
    assert b"MPF\x00" in buffer.getvalue()

    result, picture = cleaned(buffer.getvalue())

    assert traces_in(result) == []
    assert result.count(b"\xff\xd8\xff") == 1
    assert picture.size == (80, 40)


def test_photoshop_block_does_not_stay() -> None:
    plain = BytesIO()
    red_left_blue_right().save(plain, "JPEG", xmp=xmp())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x20" + SECRET.encode().ljust(32)
    block = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    data = plain.getvalue()[:2] + block + plain.getvalue()[2:]

    result, _picture = cleaned(data)

    assert traces_in(result) == []


def test_see_through_picture_becomes_png_and_stays_see_through() -> None:
    buffer = BytesIO()
    PillowImage.new("RGBA", (40, 40), (200, 30, 30, 100)).save(buffer, "WEBP", lossless=True)

    result = clean_image_file(ContentFile(buffer.getvalue(), name="logo.webp"))

    assert result.name == "logo.png"
    picture = PillowImage.open(result)
    assert picture.getpixel((5, 5)) == (200, 30, 30, 100)


def test_solid_png_becomes_jpeg() -> None:
    buffer = BytesIO()
    PillowImage.new("RGBA", (40, 40), (200, 30, 30, 255)).save(buffer, "PNG")

    assert clean_image_file(ContentFile(buffer.getvalue(), name="x.png")).name == "x.jpg"


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_every_way_of_storing_colour_is_read(mode: str) -> None:
    buffer = BytesIO()
    kind = "TIFF" if mode == "CMYK" else "PNG"
    PillowImage.new(mode, (40, 30), 0 if mode != "CMYK" else (0, 0, 0, 0)).save(buffer, kind)

    _result, picture = cleaned(buffer.getvalue())

    assert picture.size == (40, 30)
    assert picture.mode in {"L", "RGB"}


def test_grey_of_sixteen_bits_keeps_its_shade() -> None:
    buffer = BytesIO()
    PillowImage.new("I;16", (40, 30), 32_768).save(buffer, "PNG")

    _result, picture = cleaned(buffer.getvalue())

    shade = picture.convert("L").getpixel((5, 5))
    assert isinstance(shade, int)
    assert 120 < shade < 136


def test_colours_of_a_profile_become_srgb_and_the_profile_goes() -> None:
    buffer = BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    red_left_blue_right().save(buffer, "JPEG", icc_profile=profile)

    result, picture = cleaned(buffer.getvalue())

    assert traces_in(result) == []
    assert "icc_profile" not in picture.info


def test_broken_profile_is_left_aside() -> None:
    buffer = BytesIO()
    red_left_blue_right().save(buffer, "JPEG", icc_profile=b"no profile at all")

    _result, picture = cleaned(buffer.getvalue())

    assert is_close(picture.getpixel((10, 20)), RED)


def test_large_photo_is_made_smaller() -> None:
    buffer = BytesIO()
    PillowImage.new("RGB", (4000, 3000), RED).save(buffer, "JPEG")

    _result, picture = cleaned(buffer.getvalue())

    assert picture.size == (2560, 1920)


def test_name_of_the_sender_is_made_harmless() -> None:
    data = picture_bytes("jpg")

    names = [
        clean_image_file(ContentFile(data, name=name)).name
        for name in ("../../etc/IMG 1.HEIC", "‮gpj.exe.jpg", "x" * 300 + ".jpg", "")
    ]

    assert names[0] == "img-1.jpg"
    assert all(name and len(name) < 70 and name.endswith(".jpg") for name in names)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
        b"%PDF-1.7",
        picture_bytes("jpg")[:400],
        picture_bytes("png")[:60],
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(data: bytes) -> None:
    with pytest.raises(ValidationError) as refusal:
        clean_image_file(ContentFile(data, name="foto.jpg"))

    assert "Kies een andere foto" in refusal.value.messages[0]


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif", "heic", "gif"])
def test_stored_original_and_every_rendition_are_clean(ending: str) -> None:
    data = picture_bytes(ending, 1 if ending == "gif" else 6)
    image = Image.objects.create(title="Buren", file=ContentFile(data, name=f"IMG.{ending}"))

    assert (image.width, image.height) == (80, 40)
    assert image.file.name.startswith("originals/")
    assert image.file.name.endswith(".jpg")
    with storages["private"].open(image.file.name) as original:
        stored = original.read()
    assert traces_in(stored) == []
    assert image.file_size == len(stored)
    for spec in (
        *PRESETS["card"].all_specs(),
        "original",
        "width-40",
        "format-jpeg",
        "max-40x40|format-png",
    ):
        with image.get_rendition(spec).file.open("rb") as rendition:
            assert traces_in(rendition.read()) == [], spec


@pytest.mark.django_db
def test_no_door_stores_a_picture_uncleaned() -> None:
    image = Image(title="Buren")

    image.file.save("IMG.jpg", ContentFile(picture_bytes("jpg")), save=False)

    with storages["private"].open(image.file.name) as original:
        assert traces_in(original.read()) == []
