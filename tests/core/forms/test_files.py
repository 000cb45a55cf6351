"""Sending files: what may come, what is there already, and how it goes."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from core.forms import Photos, PhotosField, UploadField
from core.forms.files import FileThere, describe
from tests.core.forms.page import complaints, parse, render
from tests.factories.pictures import picture_bytes

THERE = FileThere("moestuin.png", url="/media/moestuin.png", size=2048, thumbnail_url="/t.png")


class Plan(forms.Form):
    """A file that need not be sent."""

    plan = UploadField(label="Plan", endings=("pdf", "png"), max_mb=1, required=False)


class Place(forms.Form):
    """Pictures."""

    photos = PhotosField(label="Foto’s", max_number=2, required=False)


def upload(name: str = "plan.pdf", size: int = 10) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def test_what_is_allowed_is_told_before_choosing() -> None:
    html = render(Plan())

    assert "Dit mag: pdf of png, hooguit 1 MB per bestand." in html
    assert 'accept=".pdf,.png"' in html
    assert 'enctype="multipart/form-data"' not in html  # the form tag is not ours here


def test_what_is_there_is_shown_with_its_name_size_and_picture() -> None:
    page = parse(render(Plan(initial={"plan": THERE})))

    assert page.find("img")["src"] == "/t.png"  # type: ignore[index]
    assert page.find("a", href="/media/moestuin.png").get_text() == "moestuin.png"  # type: ignore[union-attr]
    assert "2,0" in page.get_text()
    assert not complaints(page)


def test_keeping_is_chosen_unless_somebody_says_otherwise() -> None:
    page = parse(render(Plan(initial={"plan": THERE})))

    kept = page.find("input", checked=True)

    assert kept is not None
    assert (kept["name"], kept["value"]) == ("plan-clear", "false")


@pytest.mark.parametrize(
    ("data", "files", "outcome"),
    [
        ({"plan-clear": "false"}, {}, THERE),
        ({"plan-clear": "true"}, {}, False),
        ({"plan-clear": "false"}, {"plan": upload()}, "plan.pdf"),
    ],
    ids=["kept", "removed", "replaced"],
)
def test_a_file_is_kept_removed_or_replaced(
    data: dict[str, str], files: dict[str, Any], outcome: Any
) -> None:
    form = Plan(data, files, initial={"plan": THERE})

    assert form.is_valid(), form.errors
    found = form.cleaned_data["plan"]
    assert getattr(found, "name", found) == getattr(outcome, "name", outcome)


@pytest.mark.parametrize(
    ("file", "error"),
    [(upload("plan.exe"), "pdf of png"), (upload(size=1024 * 1024 + 1), "te groot")],
)
def test_what_may_not_come_is_refused_with_what_may(file: Any, error: str) -> None:
    form = Plan({}, {"plan": file})

    assert error in form.errors["plan"][0]


def test_a_chosen_file_that_did_not_come_along_is_named() -> None:
    html = render(Plan({}, {"plan": upload("plan.exe")}))

    assert "U koos: plan.exe" in html


def test_a_file_that_is_gone_from_the_disk_breaks_no_form() -> None:
    class Gone(ContentFile[bytes]):
        url = "/media/weg.png"

        @property
        def size(self) -> int:  # type: ignore[override]
            raise FileNotFoundError

        @size.setter
        def size(self, value: int) -> None: ...

    there = describe(Gone(b"", name="map/weg.png"))

    assert there == FileThere("weg.png", url="/media/weg.png", thumbnail_url="/media/weg.png")
    assert describe(None) is None
    assert describe(ContentFile(b"")) is None


def test_photos_come_cleaned_and_removed_ones_by_key() -> None:
    files = MultiValueDict({"photos": [SimpleUploadedFile("a.jpg", picture_bytes("jpg"))]})
    data = MultiValueDict({"photos-remove": ["7"]})

    form = Place(data, files)

    assert form.is_valid(), form.errors
    photos: Photos = form.cleaned_data["photos"]
    assert photos.removed == ["7"]
    assert [one.cleaned for one in photos.added] == [True]


def test_too_many_photos_are_refused() -> None:
    files = MultiValueDict({"photos": [upload(f"{n}.jpg") for n in range(3)]})

    form = Place({}, files)

    assert "Hooguit 2 bestanden" in form.errors["photos"][0]


def test_each_photo_that_is_there_has_its_own_way_out() -> None:
    there = [FileThere("brug.jpg", thumbnail_url="/1.jpg", key="7"), FileThere("plas.jpg", key="8")]

    page = parse(render(Place(initial={"photos": there})))

    ticks = page.find_all("input", type="checkbox")
    assert [(tick["name"], tick["value"]) for tick in ticks] == [
        ("photos-remove", "7"),
        ("photos-remove", "8"),
    ]
    assert "plas.jpg" in page.get_text()
    assert page.find(id="id_photos").has_attr("multiple")  # type: ignore[union-attr]
    assert not complaints(page)
