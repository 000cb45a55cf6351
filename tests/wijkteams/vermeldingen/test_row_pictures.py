"""The picture in a list is the one of today: with its words, in all its sizes, or not at all."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.pictures.making import make
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo, photo_file
from tests.wijkteams.vermeldingen.rows import assert_all_right, the_row
from wijkteams.models import Image, Rendition, Vermelding, Wijk
from wijkteams.takedown import take_down

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(haven: Wijk) -> Image:
    return photo(haven, description="Een rode bus", file=photo_file(size=(1400, 900)))


@pytest.fixture
def item(haven_news: NieuwsIndexPage, picture: Image) -> NieuwsPage:
    return news(haven_news, "Bus", image=picture)


def shown(item: NieuwsPage) -> dict[str, Any] | None:
    """The picture in the row of an item."""
    row = the_row(item)
    return row.picture  # type: ignore[no-any-return]


def the_picture(item: NieuwsPage) -> dict[str, Any]:
    """The same, that must be there."""
    picture = shown(item)
    assert picture is not None
    return picture


def test_row_has_all_that_a_list_needs(client: Client, item: NieuwsPage) -> None:
    found = the_picture(item)
    assert (found["width"], found["height"], found["alt"]) == (640, 400, "Een rode bus")
    assert [kind for kind, _srcset in found["sources"]] == ["image/avif", "image/webp"]

    html = client.get("/havenkwartier/nieuws/").content.decode()

    assert found["url"] in html
    assert "320w" in html
    assert_all_right()


def test_sizes_that_are_made_later_come_along(item: NieuwsPage, picture: Image) -> None:
    for rendition in picture.renditions.all():
        rendition.delete()
    assert shown(item) is None

    make(picture.pk, ["card"])

    found = the_picture(item)
    assert len(found["sources"]) == 2
    assert_all_right()


def test_other_words_for_the_picture(item: NieuwsPage, picture: Image) -> None:
    picture.description = "Een blauwe bus"
    picture.save()

    found = the_picture(item)
    assert found["alt"] == "Een blauwe bus"
    assert_all_right()


def test_replaced_file(item: NieuwsPage, picture: Image) -> None:
    old = shown(item)

    picture.file = photo_file(size=(1200, 1000))  # type: ignore[assignment]
    picture.save()
    make(picture.pk, ["card"])

    found = the_picture(item)
    assert old is not None
    assert found["url"] != old["url"]
    assert_all_right()


@pytest.mark.parametrize("change", ["delete", "take down", "withdraw"])
def test_picture_that_goes(item: NieuwsPage, picture: Image, change: str) -> None:
    if change == "delete":
        picture.delete()
    elif change == "take down":
        take_down(picture, None)
    else:
        picture.consent_withdrawn = True
        picture.save()

    assert shown(item) is None
    assert_all_right()


def test_consent_that_ends_at_midnight_needs_no_event(
    client: Client, item: NieuwsPage, picture: Image
) -> None:
    today = timezone.localdate()
    picture.consent_until = today
    picture.save()
    address = the_picture(item)["url"]
    assert address in client.get("/nieuws/").content.decode()

    with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
        assert address not in client.get("/nieuws/").content.decode()


def test_publishing_with_a_picture_that_was_read_before_keeps_all_sizes(
    item: NieuwsPage, picture: Image
) -> None:
    item.image = picture
    picture.prefetched_renditions = []

    item.save()

    found = the_picture(item)
    assert len(found["sources"]) == 2


def test_lost_original_leaves_the_default_picture(haven: Wijk, haven_news: NieuwsIndexPage) -> None:
    lost = photo(haven)
    lost.file.storage.delete(lost.file.name)

    item = news(haven_news, "Bus", image=lost)

    assert shown(item) is None
    assert not Rendition.objects.filter(image=lost).exists()
    assert Vermelding.objects.filter(page=item.pk).exists()
