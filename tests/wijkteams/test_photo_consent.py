"""No page shows a photo without maker, licence and consent (R-17, V3)."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import UploadedFile

from accounts.models import User
from core.pictures import picture_of
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo, photo_file
from wijkteams.media_files import purge_parked
from wijkteams.models import Image, Rendition, Wijk
from wijkteams.models.photo_rights import Consent
from wijkteams.photo_consent import take_off_ended, warn_of_ends

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2027, 3, 1)
YESTERDAY = datetime.date(2020, 1, 1)

KEPT_BACK: list[tuple[dict[str, Any], str]] = [
    ({"consent": ""}, "mensen op staan"),
    ({"consent": "onzeker"}, "mensen op staan"),
    ({"consent_until": YESTERDAY}, "is voorbij"),
    ({"consent_withdrawn": True}, "wil niet meer"),
]
INCOMPLETE: list[tuple[dict[str, Any], str]] = [
    ({"photographer": ""}, "wie hem maakte"),
    ({"licence": ""}, "wie hem maakte"),
    ({"licence": "anders"}, "afspraak of de bron"),
]


def publish(browser: Client, page: NieuwsPage, action: str = "action-publish", **data: Any) -> str:
    """Save the page in the CMS as a person would; the screen that answers, empty for a success."""
    post = {
        "title": page.title,
        "slug": page.slug,
        "date": "2027-03-01",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        action: "1",
        **data,
    }
    response = browser.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), post)
    return "" if response.status_code == 302 else response.content.decode()


@pytest.mark.parametrize(("fields", "words"), [*KEPT_BACK, *INCOMPLETE])
def test_page_with_such_a_photo_is_not_published_and_the_field_says_why(
    as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage, fields: dict[str, Any], words: str
) -> None:
    image = photo(haven, title="Feest", **fields)
    page = news(haven_news)

    screen = publish(as_joris, page, image=image.pk)

    assert words in screen
    assert "Feest: " in screen
    page.refresh_from_db()
    assert page.image is None


def test_photo_of_which_all_is_known_is_published_with_its_maker(
    as_joris: Client, client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    image = photo(
        haven, licence="cc-by", photographer="Lotte", consent_until=datetime.date(2099, 1, 1)
    )
    page = news(haven_news)

    assert publish(as_joris, page, image=image.pk) == ""

    html = client.get(page.url).content.decode()
    assert "/media/images/" in html
    assert "Beeld: Lotte, CC BY" in " ".join(html.split())


def test_draft_may_wait_for_its_answers(
    as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news)

    assert publish(as_joris, page, "action-none", image=photo(haven, consent="").pk) == ""


def test_photo_of_before_stays_where_it_is_and_asks_at_another_use(
    as_joris: Client, client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    old = photo(haven, consent=Consent.NEVER_ASKED, licence="", photographer="")
    page, other = news(haven_news, image=old), news(haven_news, title="Iets anders")

    assert publish(as_joris, page, image=old.pk) == ""
    assert "/media/images/" in client.get(page.url).content.decode()
    assert "mensen op staan" in publish(as_joris, other, image=old.pk)


@pytest.mark.parametrize(("fields", "_words"), KEPT_BACK)
def test_whatever_door_it_was_published_by_the_photo_is_not_shown(
    client: Client,
    haven: Wijk,
    haven_news: NieuwsIndexPage,
    fields: dict[str, Any],
    _words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = news(haven_news, image=photo(haven, **fields))

    html = client.get(page.url).content.decode()

    assert "/media/images/" not in html
    assert "default-picture" in html
    monkeypatch.setattr(Image, "is_withheld", False)  # without the wall it would be there
    assert "/media/images/" in client.get(page.url).content.decode()


def test_photo_within_a_story_is_refused_at_its_field(
    as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    image = photo(haven, consent="onzeker")
    body = {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "image",
        "body-0-id": "",
        "body-0-value-image-image": image.pk,
        "body-0-value-image-alt_text": "Buren",
        "body-0-value-caption": "",
    }

    screen = publish(as_joris, news(haven_news), **body)

    assert "mensen op staan" in screen


def test_withdrawing_removes_what_the_public_could_fetch(haven: Wijk) -> None:
    image = photo(haven)
    assert picture_of(image, "card") is not None
    assert image.renditions.exists()

    image.consent_withdrawn = True
    image.save()

    assert not Rendition.objects.filter(image=image).exists()
    assert picture_of(Image.objects.get(), "card") is None


def test_night_removes_what_ended_and_leaves_the_rest(haven: Wijk) -> None:
    ends, stays = (photo(haven, consent_until=day) for day in (TODAY, None))
    for image in (ends, stays):
        image.get_rendition("width-100")

    assert take_off_ended(TODAY) == 0
    assert take_off_ended(TODAY + datetime.timedelta(days=1)) == 1
    assert Rendition.objects.get().image == stays


def test_editors_of_the_ward_are_warned_once_for_each_end(
    haven: Wijk, joris: User, fatma: User, wim: User
) -> None:
    image = photo(haven, title="Feest", consent_until=TODAY + datetime.timedelta(days=14))
    photo(haven, title="Later", consent_until=TODAY + datetime.timedelta(days=15))

    assert warn_of_ends(TODAY) == 1
    assert warn_of_ends(TODAY) == 0

    assert [message.to for message in mail.outbox] == [[joris.email]]
    assert "Feest: tot en met 15 maart 2027" in mail.outbox[0].body
    assert reverse("wagtailimages:edit", args=[image.pk]) in mail.outbox[0].body
    assert "Later" not in mail.outbox[0].body
    Image.objects.filter(pk=image.pk).update(consent_until=TODAY)
    assert warn_of_ends(TODAY) == 1


def test_upload_form_asks_in_plain_dutch_and_keeps_the_answers(
    as_joris: Client, haven: Wijk
) -> None:
    address = reverse("wagtailimages:add")
    screen = as_joris.get(address).content.decode()

    for words in ("Staan er mensen herkenbaar op?", "Mag de foto op de site?", "Zelf gemaakt"):
        assert words in screen
    assert "een foto van vroeger" not in screen
    answers = {"licence": "zelf", "consent": "ouders", "consent_until": "2099-01-31"}
    post = {"title": "Feest", "file": photo_file(), "wijk": haven.pk, **answers}
    as_joris.post(address, post)
    image = Image.objects.get()
    assert (image.licence, image.consent) == ("zelf", "ouders")
    assert image.consent_until == datetime.date(2099, 1, 31)


def test_parked_file_is_private_and_goes_after_a_day(as_joris: Client, haven: Wijk) -> None:
    as_joris.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "x" * 300, "files[]": photo_file()},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    upload = UploadedFile.objects.get()
    storage, name = upload.file.storage, upload.file.name

    assert "private" in str(storage.path(name))
    assert purge_parked() == 0
    assert purge_parked(timezone.now() + datetime.timedelta(days=2)) == 1
    assert not storage.exists(name)
