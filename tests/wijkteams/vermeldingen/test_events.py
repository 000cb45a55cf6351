"""Whatever happens to a page, its row tells the same as the page."""

from __future__ import annotations

import datetime

import pytest
from django.db import transaction
from wagtail.models import Locale, Page

from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import year_page
from tests.factories import news
from tests.wijkteams.vermeldingen.rows import assert_all_right, row_of, the_row
from wijkteams.models import Buurt, Thema, Vermelding, Wijk, WijkPage
from wijkteams.services import change_address

pytestmark = pytest.mark.django_db


def fresh(page: Page) -> Page:
    """The page as a screen of the CMS gets it."""
    return Page.objects.get(pk=page.pk).specific


def test_published_item_has_a_row_with_what_lists_show(
    haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    day = datetime.date(2026, 5, 1)

    item = news(haven_news, "Bus", summary="Elke vrijdag.", date=day, relevant_until=day)

    row = the_row(item)
    assert (row.kind, row.title, row.summary) == ("nieuws", "Bus", "Elke vrijdag.")
    assert row.url == item.get_url()
    assert row.starts_at == datetime.datetime(2026, 4, 30, 22, tzinfo=datetime.UTC)
    assert (row.relevant_until, row.wijk, row.is_public) == (day, haven, True)
    assert_all_right()


def test_draft_has_no_row_and_later_versions_show_when_published(
    haven_news: NieuwsIndexPage,
) -> None:
    item = news(haven_news, "Bus", live=False)
    assert row_of(item) is None

    item.title = "Bus rijdt"
    revision = item.save_revision()
    assert row_of(item) is None

    revision.publish()
    row = the_row(item)
    assert row.title == "Bus rijdt"

    page = fresh(item)
    page.title = "Nog een concept"
    page.save_revision()
    row = the_row(item)
    assert row.title == "Bus rijdt"
    assert row.last_published_at == fresh(item).last_published_at


def test_item_that_is_taken_down_or_deleted_leaves_nothing(haven_news: NieuwsIndexPage) -> None:
    down, gone = news(haven_news, "Neer"), news(haven_news, "Weg")
    gone.themas.add(Thema.objects.create(name="Groen", slug="groen"))
    gone.save()

    fresh(down).unpublish()
    fresh(gone).delete()

    assert row_of(down) is None
    assert not Vermelding.objects.filter(title="Weg").exists()
    assert_all_right()


def test_publication_that_is_undone_leaves_the_row_as_it_was(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")

    class PowerCutError(Exception):
        pass

    def publish_and_fail() -> None:
        with transaction.atomic():
            page = fresh(item)
            page.title = "Trein"
            page.save_revision().publish()
            row = the_row(item)
            assert row.title == "Trein"
            raise PowerCutError

    with pytest.raises(PowerCutError):
        publish_and_fail()

    row = the_row(item)
    assert row.title == "Bus"
    assert_all_right()


def test_themes_and_neighbourhoods_follow_the_page(
    haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    kade = Buurt.objects.create(wijk=haven, name="De Kade", slug="de-kade")
    item = news(haven_news, "Bomen", themas=[groen], buurten=[kade])
    row = the_row(item)
    assert [link.thema for link in row.vermeldingthema.all()] == [groen]
    assert [link.buurt for link in row.vermeldingbuurt.all()] == [kade]

    page = fresh(item)
    page.themas = []
    page.save_revision().publish()
    kade.delete()

    assert not row.vermeldingthema.exists()
    assert not row.vermeldingbuurt.exists()
    assert_all_right()


@pytest.mark.parametrize("seen", [True, False])
def test_new_address_of_a_section_reaches_all_under_it(
    haven_news: NieuwsIndexPage, *, seen: bool
) -> None:
    item = news(haven_news, "Bus", date=datetime.date(2026, 5, 1))
    if not seen:
        fresh(haven_news).unpublish()
    section = fresh(haven_news)

    section.slug = "berichten"
    section.save()

    row = the_row(item)
    assert row.url == "/havenkwartier/berichten/2026/bus/"
    assert_all_right()


def test_new_address_of_a_ward_reaches_all_its_pages(
    haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    item = news(haven_news, "Bus", date=datetime.date(2026, 5, 1))

    change_address(haven, "kade")

    row = the_row(item)
    assert row.url == "/kade/nieuws/2026/bus/"
    assert_all_right()


def test_item_that_moves_to_another_ward_is_that_wards(
    haven_news: NieuwsIndexPage, sluis: Wijk, sluis_news: NieuwsIndexPage
) -> None:
    item = news(haven_news, "Bus", date=datetime.date(2026, 5, 1))

    fresh(item).move(year_page(sluis_news, 2026), pos="last-child")

    row = the_row(item)
    assert row.url == "/oude-sluis/nieuws/2026/bus/"
    assert row.wijk == sluis
    assert [link.wijk for link in row.vermeldingwijk.all()] == [sluis]
    assert_all_right()


def test_translation_has_a_row_once_it_is_published(haven_news: NieuwsIndexPage) -> None:
    english = Locale.objects.create(language_code="en")
    item = news(haven_news, "Bus")

    copy = item.copy_for_translation(english, copy_parents=True)
    assert row_of(copy) is None

    copy.title = "The bus"
    copy.save_revision().publish()
    row = the_row(copy)
    assert row.title == "The bus"
    assert row.url.startswith("/en/")
    assert row.translation_key == item.translation_key
    assert_all_right()


def test_alias_follows_its_source(sluis_news: NieuwsIndexPage, haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")
    alias = item.create_alias(parent=year_page(sluis_news, item.date.year))
    row = the_row(alias)
    assert row.title == "Bus"

    page = fresh(item)
    page.title = "Trein"
    page.save_revision().publish()

    row = the_row(alias)
    assert row.title == "Trein"
    assert_all_right()


def test_row_of_the_hub_is_there_in_a_language_that_was_just_made(hub: Page, haven: Wijk) -> None:
    english = Locale.objects.create(language_code="en")

    copy = hub.specific.copy_for_translation(english)
    copy.save_revision().publish()

    row = the_row(copy)
    assert row.url == "/en/"
    assert_all_right()


def test_saving_a_draft_of_a_published_item_writes_no_row(
    haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = fresh(news(haven_news, "Bus"))
    written: list[object] = []
    monkeypatch.setattr("wijkteams.vermeldingen.events.write", lambda *args: written.append(args))

    item.title = "Concept"
    item.save_revision()

    assert written == []


def test_pages_saved_as_plain_pages_keep_their_row(haven: Wijk) -> None:
    ward = Page.objects.get(pk=WijkPage.objects.get(wijk=haven).pk)

    ward.title = "Haven en kade"
    ward.save()

    row = the_row(ward)
    assert (row.title, row.kind) == ("Haven en kade", "wijk")
    assert_all_right()


def test_negative_control_a_change_behind_our_back_is_a_difference(
    haven_news: NieuwsIndexPage,
) -> None:
    item = news(haven_news, "Bus")

    NieuwsPage.objects.filter(pk=item.pk).update(title="Trein")

    with pytest.raises(AssertionError):
        assert_all_right()
