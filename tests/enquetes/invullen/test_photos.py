"""A photo in an answer tells nothing but what is on it (R-20), and only its owner sees it."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from enquetes.bus.services import empty
from enquetes.models import AntwoordFoto, ConceptFoto, Enquete, EnqueteIndexPage, Inzending
from tests.enquetes.invullen.filling import Resident
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

SECRET = b"Pixel 9 van Karin"


def from_a_phone() -> SimpleUploadedFile:
    """A picture that says with what and where it was taken."""
    picture, exif, buffer = Image.new("RGB", (64, 48), "green"), Image.Exif(), BytesIO()
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(buffer, "JPEG", exif=exif)
    assert SECRET in buffer.getvalue()
    return SimpleUploadedFile("IMG_2026.jpg", buffer.getvalue(), "image/jpeg")


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    """One question: a photo."""
    return survey(EnqueteIndexPage.objects.get(wijk=haven), step(1, question("foto", 1)))


@pytest.fixture
def karin(enquete: Enquete) -> Resident:
    resident = Resident(enquete)
    resident.begin()
    resident.fill(1, v1=from_a_phone())
    return resident


def shown(resident: Resident) -> str:
    """The address of the photo in the review."""
    page = resident.client.get(resident.url("controle")).content.decode()
    return page.split('<img src="')[1].split('"')[0]


def test_a_photo_is_stored_without_what_a_phone_wrote_in_it(
    karin: Resident, own_files: None
) -> None:
    assert SECRET not in karin.client.get(shown(karin)).content
    karin.send()
    empty(karin.enquete)
    foto = AntwoordFoto.objects.get()
    assert Inzending.objects.get().antwoorden == {key(1): str(foto.pk)}
    with foto.file.open() as file:
        content = file.read()
    assert SECRET not in content
    assert not Image.open(BytesIO(content)).getexif()
    assert "IMG_2026" not in foto.file.name


def test_its_moment_is_only_a_day(karin: Resident, own_files: None) -> None:
    karin.send()
    empty(karin.enquete)
    moment = os.stat(AntwoordFoto.objects.get().file.path).st_mtime
    assert moment == int(moment)
    assert int(moment) % 3600 == 0


def test_while_it_waits_it_is_sealed(karin: Resident) -> None:
    assert b"JFIF" not in bytes(ConceptFoto.objects.get().inhoud)


def test_nobody_else_sees_it(karin: Resident) -> None:
    other = Resident(karin.enquete)
    other.begin()
    assert other.client.get(shown(karin)).status_code == 404


def test_it_stays_when_the_page_is_sent_again_and_goes_when_that_is_asked(karin: Resident) -> None:
    karin.fill(1)
    assert ConceptFoto.objects.count() == 1
    karin.client.post(karin.url("stap", 1), {f"{key(1)}-clear": "true"})
    assert ConceptFoto.objects.count() == 0


def test_another_photo_takes_its_place(karin: Resident) -> None:
    karin.fill(1, v1=from_a_phone())
    assert ConceptFoto.objects.count() == 1


@pytest.mark.parametrize("name", ["kwaad.svg", "kwaad.jpg", "kwaad.exe"])
def test_what_is_no_photo_is_refused_in_words(enquete: Enquete, name: str) -> None:
    resident = Resident(enquete)
    resident.begin()
    bad = SimpleUploadedFile(name, b"<svg onload=alert(1)>", "image/jpeg")
    answer = resident.fill(1, v1=bad)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert ConceptFoto.objects.count() == 0
