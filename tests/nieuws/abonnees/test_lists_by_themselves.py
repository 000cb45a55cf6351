"""Each ward has its list and its page of newsletters; older ones get theirs."""

from __future__ import annotations

import pytest
from wagtail.models import Locale

from core.serving.prepare import city_is_empty
from home.models import HomePage
from nieuws.abonnees.lijsten import ensure_lists, free_code, new_list
from nieuws.abonnees.upgrade import add_newsletters
from nieuws.models import Lijst, NieuwsbriefIndexPage
from tests.factories.wards import ward
from wijkteams.models import TekstPage, Thema, Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def without(haven: Wijk, hub: HomePage) -> WijkPage:
    """A ward and a hub as they were before there were newsletters."""
    for page in NieuwsbriefIndexPage.objects.all():
        page.delete()
    Lijst.objects.all().delete()
    return WijkPage.objects.get(wijk=haven)


def test_a_ward_has_its_list_from_the_first_moment() -> None:
    wijk = ward("Havenkwartier")
    lijst = Lijst.objects.get(wijk=wijk)
    assert (lijst.title, lijst.code, lijst.is_open, lijst.thema) == (
        "Nieuwsbrief Havenkwartier",
        "havenkwartier",
        True,
        None,
    )


def test_saving_a_ward_again_makes_no_second_list() -> None:
    wijk = ward("Havenkwartier")
    wijk.name = "Haven"
    wijk.save()
    assert Lijst.objects.filter(wijk=wijk).count() == 1


def test_an_opened_city_has_a_list_of_its_own(hub: HomePage) -> None:
    assert Lijst.objects.get(wijk=None).code == "stad"


def test_older_wards_and_the_city_get_theirs_once(without: WijkPage) -> None:
    assert ensure_lists() == Wijk.objects.count() + 1
    assert ensure_lists() == 0


def test_codes_are_never_the_same(without: WijkPage) -> None:
    Lijst.objects.create(title="Van een wijk die zo heette", code="havenkwartier")
    ensure_lists()
    assert Lijst.objects.get(wijk=without.wijk).code == "havenkwartier-2"
    assert free_code("havenkwartier") == "havenkwartier-3"


def test_a_list_of_a_theme_says_what_it_is_about(haven: Wijk) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    lijst = new_list(haven, groen)
    assert (lijst.title, lijst.code) == ("Havenkwartier: Groen", "havenkwartier-groen")


def test_a_list_of_a_ward_that_stopped_is_not_offered(haven: Wijk) -> None:
    assert haven.lijsten.all().open().exists()
    Wijk.objects.filter(pk=haven.pk).update(status=Wijk.Status.GESTOPT)
    assert not haven.lijsten.all().open().exists()
    assert Lijst.objects.open().filter(wijk=None).exists()


def test_older_wards_and_hubs_get_the_page_once(without: WijkPage) -> None:
    assert add_newsletters() == 2
    assert add_newsletters() == 0
    page = NieuwsbriefIndexPage.objects.get(wijk=without.wijk)
    assert page.live
    assert page.get_url() == "/havenkwartier/nieuwsbrief/"
    assert NieuwsbriefIndexPage.objects.get(wijk=None).get_url() == "/nieuwsbrief/"


def test_translations_get_theirs_as_translations(without: WijkPage) -> None:
    locale = Locale.objects.get_or_create(language_code="en")[0]
    english = without.copy_for_translation(locale, copy_parents=True)
    english.save_revision().publish()
    add_newsletters()
    pages = NieuwsbriefIndexPage.objects.filter(wijk=without.wijk)
    assert {page.locale.language_code for page in pages} == {"nl", "en"}
    assert len({page.translation_key for page in pages}) == 1


def test_a_page_at_that_address_keeps_all_it_says(without: WijkPage) -> None:
    old = TekstPage(title="Onze brief", slug="nieuwsbrief", summary="Zelf gemaakt")
    old.locale = without.locale
    without.add_child(instance=old)
    add_newsletters()
    old.refresh_from_db()
    assert (old.slug, old.summary) == ("nieuwsbrief-oud", "Zelf gemaakt")


def test_a_city_that_was_not_opened_yet_stays_empty(db: None) -> None:
    """Else a first start would take it for a city, and not fill it."""
    assert add_newsletters() == 0
    assert ensure_lists() == 0
    assert city_is_empty()
