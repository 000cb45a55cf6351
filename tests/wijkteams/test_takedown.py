"""A photo that somebody wants gone is gone at once, everywhere; no file lies on (R-17)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.storage import default_storage, storages
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from accounts.models import User
from core.pictures import picture_of
from core.pictures.presets import PRESETS
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo, photo_file
from wijkteams.models import Document, Image, Wijk
from wijkteams.takedown import LOG_TAKEN_DOWN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


@pytest.fixture(autouse=True)
def _files_go_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test never commits: what waits for that happens now."""
    monkeypatch.setattr("wijkteams.media_files._when_kept", lambda change: change())


def address(image: Image) -> str:
    return reverse("take_down_photo", args=[image.pk])


def with_all_renditions(image: Image) -> list[str]:
    """The public addresses of a picture in every size that pages show, and of the CMS."""
    specs = [spec for preset in PRESETS.values() for spec in preset.all_specs()]
    return [image.get_rendition(spec).url for spec in [*specs, "max-165x165", "original"]]


def files() -> set[Path]:
    roots = [storages["private"].location, default_storage.location]  # type: ignore[attr-defined]
    return {path for root in roots for path in Path(root).rglob("*") if path.is_file()}


def test_every_address_of_the_photo_is_404_at_once_and_the_page_shows_the_default(
    as_joris: Client, client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    before = files()
    image = photo(haven, title="Straatfeest met Ria")
    page = news(haven_news, image=image)
    urls = with_all_renditions(image)
    assert {client.get(url).status_code for url in urls} == {200}
    assert (
        urls[0] in client.get(page.url).content.decode()
        or "<picture" in client.get(page.url).content.decode()
    )

    as_joris.post(address(image))

    assert {client.get(url).status_code for url in urls} == {404}
    assert files() - before == set()
    shown = client.get(page.url).content.decode()
    assert "/media/images/" not in shown
    assert "default-picture" in shown


def test_search_and_references_forget_it_and_the_log_tells_it_without_its_title(
    as_joris: Client, joris: User, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    image = photo(haven, title="Straatfeest met Ria")
    news(haven_news, image=image)
    ReferenceIndex.create_or_update_for_object(haven_news)
    number = str(image.pk)
    assert get_search_backend().search("Straatfeest", Image).count() == 1

    as_joris.post(address(image))

    assert get_search_backend().search("Straatfeest", Image).count() == 0
    assert not IndexEntry.objects.filter(title__icontains="Straatfeest").exists()
    assert not ReferenceIndex.objects.filter(
        to_object_id=number, to_content_type__model="image"
    ).exists()
    entry = ModelLogEntry.objects.get(action=LOG_TAKEN_DOWN)
    assert entry.user == joris
    assert entry.object_id == number
    assert not ModelLogEntry.objects.filter(label__icontains="Ria").exists()


def test_only_who_may_remove_it_and_only_by_pressing_the_button(
    as_joris: Client, as_fatma: Client, as_wim: Client, client: Client, haven: Wijk
) -> None:
    image = photo(haven)

    answers = [browser.post(address(image)).status_code for browser in (as_fatma, as_wim, client)]
    got = as_joris.get(address(image)).status_code

    assert Image.objects.filter(pk=image.pk).exists()
    assert not set(answers) & {200, 500}
    assert got == 405
    assert (
        "Haal deze foto weg"
        in as_joris.get(reverse("wagtailimages:edit", args=[image.pk])).content.decode()
    )
    as_joris.post(address(image))
    assert not Image.objects.filter(pk=image.pk).exists()


def test_replacing_the_file_anywhere_leaves_nothing_of_the_old_one(
    client: Client, haven: Wijk
) -> None:
    image = photo(haven)
    old, urls = image.file.name, with_all_renditions(image)

    image = Image.objects.get()
    image.file = photo_file("nieuw.jpg", size=(320, 200))
    image.save()

    assert not storages["private"].exists(old)
    assert {client.get(url).status_code for url in urls} == {404}
    assert storages["private"].exists(Image.objects.get().file.name)
    assert picture_of(Image.objects.get(), "photo") is not None


def test_removed_document_leaves_no_file(haven: Wijk) -> None:
    from django.core.files.base import ContentFile

    before = files()
    document = Document.objects.create(
        title="Verslag", wijk=haven, file=ContentFile(b"%PDF-1.7", name="v.pdf")
    )
    first = document.file.name
    document.file = ContentFile(b"%PDF-1.7 twee", name="v.pdf")
    document.save()
    assert not storages["private"].exists(first)

    Document.objects.get().delete()

    assert files() - before == set()


def test_without_our_listener_the_file_would_lie_on(
    haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wijkteams.media_files._when_kept", lambda change: None)
    image = photo(haven)
    name = image.file.name

    image.delete()

    assert storages["private"].exists(name)
