"""Photos and documents through the CMS: from an iPhone, in one's own ward, with Dutch errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from accounts.models import User
from tests.factories import lid, photo, photo_file
from tests.factories.pictures import SECRET, picture_bytes
from wijkteams.models import Document, Image, Wijk
from wijkteams.roles import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def iphone_photo(name: str = "IMG_0042.HEIC") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture_bytes("heic"), "image/heic")


def stored_bytes(image: Image) -> bytes:
    with storages["private"].open(image.file.name) as file:
        data: bytes = file.read()
    return data


def all_stored() -> bytes:
    """Every byte on disk, private and public."""
    roots = [storages["private"].location, default_storage.location]  # type: ignore[attr-defined]
    return b"".join(p.read_bytes() for root in roots for p in Path(root).rglob("*") if p.is_file())


def test_single_upload_takes_a_photo_from_an_iphone(as_joris: Client, haven: Wijk) -> None:
    as_joris.post(
        reverse("wagtailimages:add"),
        {"title": "Feest", "file": iphone_photo(), "wijk": haven.pk},
    )

    image = Image.objects.get(title="Feest")
    assert image.file.name.endswith(".jpg")
    assert SECRET.encode() not in stored_bytes(image)
    assert image.file_size == len(stored_bytes(image))


def test_photo_with_the_wrong_ending_is_taken_for_what_it_is(as_joris: Client, haven: Wijk) -> None:
    file = SimpleUploadedFile("IMG_0042.jpg", picture_bytes("heic"), "image/jpeg")

    as_joris.post(reverse("wagtailimages:add"), {"title": "Feest", "file": file, "wijk": haven.pk})

    assert Image.objects.filter(title="Feest").exists()


def test_upload_of_many_puts_each_in_the_own_ward_and_cleans_it(
    as_joris: Client, haven: Wijk
) -> None:
    response = as_joris.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "IMG_0042", "files[]": iphone_photo()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert response.json()["success"], response.json()
    image = Image.objects.get()
    assert image.wijk == haven
    assert not UploadedFile.objects.exists()
    assert SECRET.encode() not in all_stored()


def test_second_step_of_many_keeps_or_changes_the_ward(
    as_joris: Client, joris: User, haven: Wijk, sluis: Wijk
) -> None:
    image = photo(haven, title="IMG_0042")
    address = reverse("wagtailimages:edit_multiple", args=[image.pk])
    prefix = f"image-{image.pk}"

    kept = as_joris.post(address, {f"{prefix}-title": "Feest", f"{prefix}-wijk": haven.pk})
    moved = as_joris.post(address, {f"{prefix}-title": "Feest", f"{prefix}-wijk": sluis.pk})

    assert kept.json()["success"]
    assert not moved.json()["success"]
    assert Image.objects.get().wijk == haven


def test_who_works_in_two_wards_must_choose(as_joris: Client, joris: User, sluis: Wijk) -> None:
    lid(joris.email, Rol.REDACTEUR, sluis)
    post = {"title": "Feest", "wijk": ""}

    without = as_joris.post(reverse("wagtailimages:add"), {**post, "file": photo_file()})
    chosen = {**post, "file": photo_file(), "wijk": sluis.pk}
    as_joris.post(reverse("wagtailimages:add"), chosen)

    assert without.status_code == 200
    assert Image.objects.get().wijk == sluis


def test_upload_of_many_never_stores_the_bare_file_when_another_field_is_wrong(
    as_joris: Client, haven: Wijk
) -> None:
    response = as_joris.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x" * 300, "files[]": iphone_photo()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    assert response.status_code == 200
    assert not Image.objects.exists()
    assert UploadedFile.objects.count() == 1
    assert SECRET.encode() not in all_stored()
    upload = UploadedFile.objects.get()
    prefix = f"uploaded-image-{upload.pk}"
    done = as_joris.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk]),
        {f"{prefix}-title": "Feest", f"{prefix}-wijk": haven.pk},
    )
    assert done.json()["success"], done.json()
    assert (Image.objects.get().width, Image.objects.get().height) == (80, 40)


def test_chooser_upload_takes_a_photo_into_the_own_ward(as_joris: Client, haven: Wijk) -> None:
    prefix = "image-chooser-upload"

    response = as_joris.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "Feest", f"{prefix}-file": iphone_photo(), f"{prefix}-wijk": haven.pk},
    )

    assert response.json()["step"] == "chosen", response.json()
    assert Image.objects.get().wijk == haven
    assert SECRET.encode() not in all_stored()


def test_chooser_upload_refuses_another_ward(as_joris: Client, sluis: Wijk) -> None:
    prefix = "image-chooser-upload"

    as_joris.post(
        reverse("wagtailimages_chooser:create"),
        {f"{prefix}-title": "Feest", f"{prefix}-file": iphone_photo(), f"{prefix}-wijk": sluis.pk},
    )

    assert not Image.objects.exists()


def test_replaced_file_is_cleaned_and_the_old_one_goes(as_joris: Client, haven: Wijk) -> None:
    image = photo(haven, title="Feest")
    old = image.file.name

    as_joris.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {"title": "Feest", "file": iphone_photo(), "wijk": haven.pk},
    )

    image = Image.objects.get()
    assert image.file.name != old
    assert not storages["private"].exists(old)
    assert SECRET.encode() not in stored_bytes(image)
    assert image.width == 80


def test_only_own_wards_are_offered(as_joris: Client, sluis: Wijk) -> None:
    screen = as_joris.get(reverse("wagtailimages:add")).content.decode()

    assert "Havenkwartier" in screen
    assert "Oude Sluis" not in screen


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (ContentFile(b"<svg/>", name="foto.jpg"), "Kies een andere foto"),
        (ContentFile(b"<svg/>", name="foto.svg"), "Dit is geen foto"),
        (ContentFile(picture_bytes("jpg"), name="foto.jpg.html"), "Dit is geen foto"),
    ],
)
def test_wrong_file_is_told_in_dutch_at_the_field(
    as_joris: Client, haven: Wijk, file: ContentFile, message: str
) -> None:
    response = as_joris.post(
        reverse("wagtailimages:add"), {"title": "Feest", "file": file, "wijk": haven.pk}
    )

    assert message in response.content.decode()
    assert 'value="Feest"' in response.content.decode(), "what was typed stays"
    assert not Image.objects.exists()


def test_wrong_document_is_told_in_dutch_at_the_field(as_joris: Client, haven: Wijk) -> None:
    post = {"title": "Verslag", "wijk": haven.pk}
    address = reverse("wagtaildocs:add")

    fake = as_joris.post(address, {**post, "file": ContentFile(b"<html>", name="verslag.pdf")})
    page = as_joris.post(address, {**post, "file": ContentFile(b"<html>", name="verslag.html")})

    assert "geen echt pdf-bestand" in fake.content.decode()
    assert "Dit soort bestand kan niet" in page.content.decode()
    assert not Document.objects.exists()


def test_document_goes_to_the_own_ward_under_a_random_name(as_joris: Client, haven: Wijk) -> None:
    file = ContentFile(b"%PDF-1.7", name="Klacht van mw Jansen.pdf")

    as_joris.post(reverse("wagtaildocs:add"), {"title": "Verslag", "file": file, "wijk": haven.pk})

    document = Document.objects.get()
    assert document.wijk == haven
    assert "jansen" not in document.url.lower()


def test_document_for_another_ward_is_refused(as_joris: Client, sluis: Wijk) -> None:
    file = ContentFile(b"%PDF-1.7", name="v.pdf")

    as_joris.post(reverse("wagtaildocs:add"), {"title": "Verslag", "file": file, "wijk": sluis.pk})

    assert not Document.objects.exists()


def test_document_is_served_with_headers_that_keep_it_harmless(client: Client, haven: Wijk) -> None:
    document = Document.objects.create(
        title="Verslag: mei", wijk=haven, file=ContentFile(b"%PDF-1.7", name="v.pdf")
    )

    response = client.get(document.url)

    assert b"".join(response.streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="verslag-mei.pdf"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Content-Encoding" not in response
    assert len(response["ETag"]) > 10


def test_document_has_no_address_around_those_headers(client: Client, haven: Wijk) -> None:
    document = Document.objects.create(
        title="Verslag", wijk=haven, file=ContentFile(b"%PDF-1.7", name="v.pdf")
    )
    arabic = str(document.pk).translate({48 + n: 0x660 + n for n in range(10)})

    for number in (f"{document.pk:010d}", arabic):
        response = client.get(f"/documenten/{number}/{document.filename}")

        assert response["Content-Disposition"].startswith("attachment"), number
        assert "Content-Encoding" not in response, number


def test_parked_document_is_not_public(as_joris: Client, client: Client, haven: Wijk) -> None:
    file = SimpleUploadedFile("klacht.pdf", b"%PDF-1.7", "application/pdf")
    as_joris.post(reverse("wagtaildocs:add_multiple"), {"title": "x" * 300, "files[]": file})

    name = UploadedFile.objects.get().file.name

    assert client.get(f"/media/{name}").status_code == 404
    assert client.get(f"/media/images/../{name}").status_code == 404


def test_document_of_a_closed_collection_is_for_who_logs_in_and_is_never_kept(
    client: Client, as_joris: Client, haven: Wijk
) -> None:
    document = Document.objects.create(
        title="Verslag", wijk=haven, file=ContentFile(b"%PDF-1.7", name="v.pdf")
    )
    CollectionViewRestriction.objects.create(
        collection=Collection.objects.get(depth=1), restriction_type="login"
    )

    assert client.get(document.url).status_code == 302
    assert as_joris.get(document.url)["Cache-Control"] == "private, no-store"
