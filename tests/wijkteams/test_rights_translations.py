"""wagtail-localize asks only for a general right: the guard asks for the page's own ward."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationSource,
)

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo
from wijkteams.models import Image, Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(hub: Page) -> Locale:
    locale = Locale.objects.create(language_code="en")
    hub.copy_for_translation(locale)
    return locale


def submit(client: Client, page: Page, locale: Locale) -> int:
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(url, {"locales": [locale.pk], "include_subtree": "on"}).status_code


@pytest.fixture
def translation(
    as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage, english: Locale
) -> Translation:
    """Joris sent his ward's front page and all below it to English."""
    news(haven_news, "De haven bloeit")
    submit(as_joris, WijkPage.objects.get(wijk=haven), english)
    source = TranslationSource.objects.get_for_instance(
        NieuwsPage.objects.get(locale__language_code="nl")
    )
    return Translation.objects.get(source=source)


def test_own_editor_makes_a_translation(translation: Translation, haven: Wijk) -> None:
    assert WijkPage.objects.filter(wijk=haven, locale__language_code="en").exists()
    assert NieuwsPage.objects.filter(wijk=haven, locale__language_code="en").count() == 1


def test_a_translation_is_read_by_nobody_before_it_is_published(
    translation: Translation, haven: Wijk
) -> None:
    assert not Page.objects.filter(locale__language_code="en", live=True, depth__gt=2).exists()
    assert WijkPage.objects.get(wijk=haven, locale__language_code="nl").live


def test_volunteer_of_another_ward_makes_none(
    as_fatma: Client, haven: Wijk, haven_news: NieuwsIndexPage, english: Locale
) -> None:
    page = WijkPage.objects.get(wijk=haven)

    assert submit(as_fatma, page, english) in {302, 403, 404}

    assert not WijkPage.objects.filter(wijk=haven, locale=english).exists()
    assert not TranslationSource.objects.exists()


def test_volunteer_of_another_ward_does_not_see_the_title(
    as_fatma: Client, haven_news: NieuwsIndexPage, english: Locale
) -> None:
    item = news(haven_news, "De haven bloeit")

    response = as_fatma.get(reverse("wagtail_localize:submit_page_translation", args=[item.pk]))

    assert response.status_code in {302, 403, 404}
    assert "De haven bloeit" not in response.content.decode()


def test_own_editor_updates_and_edits(as_joris: Client, translation: Translation) -> None:
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert as_joris.get(update).status_code == 200

    target = translation.get_target_instance()
    edit = as_joris.get(reverse("wagtailadmin_pages:edit", args=[target.pk]))
    assert edit.status_code == 200


def test_volunteer_of_another_ward_neither_updates_nor_edits(
    as_fatma: Client, translation: Translation
) -> None:
    target = translation.get_target_instance()
    string = translation.source.stringsegment_set.first()
    before = list(Page.objects.order_by("pk").values())

    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    answers = [
        as_fatma.get(update),
        as_fatma.post(update, {"publish_translations": "on"}),
        as_fatma.get(reverse("wagtailadmin_pages:edit", args=[target.pk])),
        as_fatma.post(
            reverse("wagtailadmin_pages:edit", args=[target.pk]),
            {"localize-action": "publish", "action": "publish"},
        ),
        as_fatma.put(
            reverse("wagtail_localize:edit_string_translation", args=[translation.pk, string.pk]),
            '{"value": "Hijacked"}',
            content_type="application/json",
        ),
        as_fatma.post(
            reverse("wagtail_localize:stop_translation", args=[translation.pk]), {"next": "/"}
        ),
        as_fatma.get(reverse("wagtail_localize:download_pofile", args=[translation.pk])),
    ]

    assert all(a.status_code in {302, 403, 404} for a in answers), [a.status_code for a in answers]
    assert not any("De haven bloeit" in a.content.decode() for a in answers if not a.streaming)
    assert list(Page.objects.order_by("pk").values()) == before
    assert not StringTranslation.objects.exists()
    translation.refresh_from_db()
    assert translation.enabled


def test_translator_cannot_pass_a_page_off_as_another_wards(
    translation: Translation, haven: Wijk
) -> None:
    source = TranslationSource.objects.get_for_instance(
        WijkPage.objects.get(wijk=haven, locale__language_code="nl")
    )

    paths = source.overridablesegment_set.values_list("context__path", flat=True)

    assert not {"wijk", "slug"} & set(paths)


def test_translation_shows_no_picture_of_another_ward(
    as_joris: Client, haven: Wijk, sluis: Wijk, haven_news: NieuwsIndexPage, english: Locale
) -> None:
    own, foreign = photo(haven), photo(sluis)
    item = news(haven_news, "De haven bloeit", image=own)
    submit(as_joris, WijkPage.objects.get(wijk=haven), english)
    translation = Translation.objects.get(source=TranslationSource.objects.get_for_instance(item))
    segment = translation.source.overridablesegment_set.get(context__path="image")
    address = reverse("wagtail_localize:edit_override", args=[translation.pk, segment.pk])

    def put(picture: Image) -> int:
        return as_joris.put(
            address, f"value={picture.pk}", content_type="application/x-www-form-urlencoded"
        ).status_code

    assert put(foreign) in {302, 403}
    assert not SegmentOverride.objects.exists()
    assert put(own) == 201
