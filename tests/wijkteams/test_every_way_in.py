"""Every format by every way in: nothing hidden stays, in no file on disk (R-20).

The reader of hidden data (`tests.factories.tags`) is not the one that cleans.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import UploadedFile

from core.forms.upload_fields import PhotosField
from core.pictures.presets import PRESETS
from tests.factories import photo
from tests.factories.pictures import picture_bytes
from tests.factories.tags import hidden_in
from wijkteams.models import Image, Wijk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]

FORMATS = ("jpg", "png", "webp", "avif", "heic", "gif")
AJAX = {"X-Requested-With": "XMLHttpRequest"}


def upload(ending: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"IMG_0042.{ending}", picture_bytes(ending), f"image/{ending}")


def on_disk() -> dict[Path, bytes]:
    """Everything that was stored, private and public, and what is left in the folder for temps."""
    roots = [
        storages["private"].location,  # type: ignore[attr-defined]
        default_storage.location,  # type: ignore[attr-defined]
    ]
    paths = [path for root in roots for path in Path(root).rglob("*") if path.is_file()]
    paths += Path(tempfile.gettempdir()).glob("*.upload*")
    return {path: path.read_bytes() for path in paths}


def single(browser: Client, ward: Wijk, ending: str) -> None:
    post = {"title": "Feest", "file": upload(ending), "wijk": ward.pk}
    browser.post(reverse("wagtailimages:add"), post)


def many(browser: Client, ward: Wijk, ending: str) -> None:
    post = {"title": "IMG", "files[]": upload(ending)}
    browser.post(reverse("wagtailimages:add_multiple"), post, headers=AJAX)


def parked(browser: Client, ward: Wijk, ending: str) -> None:
    post = {"title": "x" * 300, "files[]": upload(ending)}
    browser.post(reverse("wagtailimages:add_multiple"), post, headers=AJAX)
    assert UploadedFile.objects.exists()


def chooser(browser: Client, ward: Wijk, ending: str) -> None:
    prefix = "image-chooser-upload"
    post = {
        f"{prefix}-title": "Feest",
        f"{prefix}-file": upload(ending),
        f"{prefix}-wijk": ward.pk,
    }
    browser.post(reverse("wagtailimages_chooser:create"), post)


def replaced(browser: Client, ward: Wijk, ending: str) -> None:
    image = photo(ward)
    post = {"title": "Feest", "file": upload(ending), "wijk": ward.pk}
    browser.post(reverse("wagtailimages:edit", args=[image.pk]), post)


def in_code(browser: Client, ward: Wijk, ending: str) -> None:
    file = ContentFile(picture_bytes(ending), name=f"IMG.{ending}")
    Image.objects.create(title="Feest", wijk=ward, file=file)


def form_of_the_house(browser: Client, ward: Wijk, ending: str) -> None:
    photos = PhotosField().clean({"added": [upload(ending)], "removed": []})
    (sent,) = photos.added
    default_storage.save(f"proef/{sent.name}", sent)


WAYS: list[Callable[[Client, Wijk, str], None]] = [
    single,
    many,
    parked,
    chooser,
    replaced,
    in_code,
]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_hidden_is_stored(
    as_joris: Client, haven: Wijk, way: Callable[[Client, Wijk, str], None], ending: str
) -> None:
    before = on_disk()
    assert hidden_in(picture_bytes(ending)), "our reader must find what is hidden"

    way(as_joris, haven, ending)

    stored = {path: data for path, data in on_disk().items() if path not in before}
    assert stored
    assert {path: hidden_in(data) for path, data in stored.items() if hidden_in(data)} == {}


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "heic"])
def test_nothing_hidden_comes_through_the_forms_of_the_site(ending: str) -> None:
    before = on_disk()

    form_of_the_house(Client(), Wijk(), ending)

    stored = {path: data for path, data in on_disk().items() if path not in before}
    assert len(stored) == 1
    assert [hidden_in(data) for data in stored.values()] == [set()]


@pytest.mark.parametrize("ending", [*FORMATS, "tif"])
def test_no_size_for_pages_holds_anything_hidden(haven: Wijk, ending: str) -> None:
    file = ContentFile(picture_bytes(ending), name=f"IMG.{ending}")
    image = photo(haven, file=file)

    specs = {spec for preset in PRESETS.values() for spec in preset.all_specs()}
    for spec in sorted(specs):
        with image.get_rendition(spec).file.open("rb") as rendition:
            assert hidden_in(rendition.read()) == set(), spec


def test_without_cleaning_our_reader_finds_it(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "wijkteams.models.media.clean_image_file",
        lambda file: setattr(file, "cleaned", True) or file,
    )
    image = photo(haven, file=ContentFile(picture_bytes("jpg"), name="IMG.jpg"))

    with storages["private"].open(image.file.name) as stored:
        assert "tag 0x8825" in hidden_in(stored.read())


@pytest.mark.parametrize("kind", ["foto.jpg", "verslag.pdf"])
def test_file_that_is_too_large_touches_no_disk_and_is_refused_in_dutch(
    as_joris: Client, haven: Wijk, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", refuse)
    monkeypatch.setattr("django.core.files.uploadedfile.tempfile.NamedTemporaryFile", refuse)
    file = SimpleUploadedFile(kind, b"\xff\xd8\xff" + b"x" * (27 * 1024 * 1024))
    name = "wagtaildocs:add" if kind.endswith("pdf") else "wagtailimages:add"

    response = as_joris.post(reverse(name), {"title": "Groot", "file": file, "wijk": haven.pk})

    assert response.status_code == 200
    assert "te groot" in response.content.decode()
    assert not Image.objects.exists()
