"""The pictures and documents that travel with the demo city: light, bare, described, all used."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils.text import slugify
from PIL import Image

from core.uploads.documents import check_document_file
from core.uploads.images import clean_image_file

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "wijkteams/demo", ROOT / "nieuws/demo", ROOT / "wijkteams/activiteiten/demo")
SCENES = sorted(p for folder in FOLDERS for p in folder.glob("pictures/*") if p.is_file())
PORTRAITS = sorted((ROOT / "wijkteams/demo/pictures/portraits").glob("*"))
DOCUMENTS = sorted(path for folder in FOLDERS for path in folder.glob("documents/*"))
WORDS = [
    *ROOT.glob("wijkteams/demo/data/*.toml"),
    *ROOT.glob("nieuws/demo/berichten/*.toml"),
    *ROOT.glob("wijkteams/activiteiten/demo/agenda/*.toml"),
    ROOT / "home/demo/words/nl.toml",
]
# Wil would rather not be shown: the window with a letter has to be seen as well.
WITHOUT_PORTRAIT = {"wil"}


def tables(value: Any) -> list[dict[str, Any]]:
    """Every table in the data, however deep."""
    found: list[dict[str, Any]] = [value] if isinstance(value, dict) else []
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return found + [table for part in below for table in tables(part)]


def only_pixels(data: bytes) -> bool:
    """Is this WebP one part, the picture itself, with nothing before, in or after it?"""
    whole = int.from_bytes(data[4:8], "little") + 8 == len(data)
    part = int.from_bytes(data[16:20], "little")
    return whole and data[8:16] == b"WEBPVP8 " and 20 + part + part % 2 == len(data)


def test_there_are_enough_to_look_at_and_not_too_much_to_carry() -> None:
    assert len(SCENES) >= 60
    assert len(PORTRAITS) == 40
    assert sum(path.stat().st_size for path in [*SCENES, *PORTRAITS]) <= 3_750_000


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_a_scene_is_large_light_and_bare(path: Path) -> None:
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("WEBP", (1600, 900))
    assert path.stat().st_size <= 60_000
    assert only_pixels(path.read_bytes())


@pytest.mark.parametrize("path", PORTRAITS, ids=lambda path: path.stem)
def test_a_portrait_has_the_shape_of_a_window_and_is_light_and_bare(path: Path) -> None:
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("WEBP", (400, 480))
    assert path.stat().st_size <= 12_000
    assert only_pixels(path.read_bytes())


def test_a_picture_with_something_added_is_not_bare() -> None:
    data = SCENES[0].read_bytes()

    assert not only_pixels(data + b"EXIF")
    assert not only_pixels(data[:12] + b"VP8X" + data[16:])


def test_who_uploads_such_a_picture_may() -> None:
    cleaned = clean_image_file(ContentFile(PORTRAITS[0].read_bytes(), name="portret.webp"))

    with Image.open(cleaned) as picture:
        assert picture.size == (400, 480)


def test_every_picture_and_document_is_used_and_every_used_one_is_there() -> None:
    text = "\n".join(path.read_text() for path in WORDS) + (ROOT / "home/demo/city.py").read_text()
    named = set(re.findall(r"[\w-]+\.(?:webp|pdf|txt)\b", text))
    fronts = {f"{path.stem}.webp" for path in WORDS if path.parent.name == "data"}

    assert {path.name for path in [*SCENES, *DOCUMENTS]} == named | fronts


def test_every_portrait_belongs_to_somebody_and_nearly_everybody_has_one() -> None:
    text = "\n".join(path.read_text() for path in WORDS)
    shown = {slugify(name) for name in re.findall(r"^!contact ([^|]+)\|", text, re.MULTILINE)}
    for path in WORDS:
        for table in tables(tomllib.loads(path.read_text())):
            shown |= {slugify(name) for name, _task in table.get("members", [])}

    assert {path.stem for path in PORTRAITS} == shown - WITHOUT_PORTRAIT


def test_every_text_for_a_picture_says_what_is_seen_and_differs() -> None:
    texts: list[str] = []
    for path in WORDS:
        texts += re.findall(r'^image_alt = "(.+)"$', path.read_text(), re.MULTILINE)
        lines = re.findall(r"^(?:!foto )?[\w-]+\.webp \|(.+?)\|", path.read_text(), re.MULTILINE)
        texts += [line.strip() for line in lines]

    assert len(texts) >= 60
    for alt in texts:
        assert 30 <= len(alt) <= 180, alt
        assert alt.endswith("."), alt
        assert not re.match(r"(?i)(een )?(afbeelding|foto|plaatje|tekening) van", alt), alt
    # The market stands at the head of the hub and at the hub's first item.
    assert len(set(texts)) >= len(texts) - 1


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_what_its_name_says(path: Path) -> None:
    data = path.read_bytes()

    check_document_file(ContentFile(data, name=path.name))

    assert len(data) < 100_000
    if path.suffix == ".pdf":
        assert b"/StructTreeRoot" in data
        assert b"/Lang (nl)" in data
