"""Wards and hubs that were there before agendas get theirs."""

from __future__ import annotations

import pytest
from wagtail.models import Locale

from core.serving.prepare import city_is_empty
from home.models import HomePage
from wijkteams.activiteiten.beheer.upgrade import add_agendas
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import TekstPage, Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def without(haven: Wijk, hub: HomePage) -> WijkPage:
    """A ward and a hub without an agenda, as they were."""
    for agenda in AgendaPage.objects.all():
        agenda.delete()
    return WijkPage.objects.get(wijk=haven)


def test_ward_and_hub_get_one_and_only_once(without: WijkPage, hub: HomePage) -> None:
    assert add_agendas() == 2
    assert add_agendas() == 0

    agenda = AgendaPage.objects.get(wijk=without.wijk)
    assert agenda.live
    assert agenda.show_in_menus
    assert agenda.get_url() == "/havenkwartier/agenda/"
    assert AgendaPage.objects.get(wijk=None).get_url() == "/agenda/"


def test_translations_get_theirs_as_translations(without: WijkPage) -> None:
    locale = Locale.objects.get_or_create(language_code="en")[0]
    english = without.copy_for_translation(locale, copy_parents=True)
    english.save_revision().publish()
    add_agendas()

    pages = AgendaPage.objects.filter(wijk=without.wijk)
    assert {page.locale.language_code for page in pages} == {"nl", "en"}
    assert len({page.translation_key for page in pages}) == 1


def test_a_page_at_that_address_keeps_all_it_says(without: WijkPage) -> None:
    old = TekstPage(title="Onze agenda", slug="agenda", summary="Zelf gemaakt")
    old.locale = without.locale
    without.add_child(instance=old)
    add_agendas()

    old.refresh_from_db()
    assert (old.slug, old.summary, old.live) == ("agenda-oud", "Zelf gemaakt", True)
    assert AgendaPage.objects.get(wijk=without.wijk).slug == "agenda"


def test_a_ward_opened_now_has_its_agenda(haven: Wijk) -> None:
    assert AgendaPage.objects.filter(wijk=haven).count() == 1


def test_a_city_that_was_not_opened_yet_stays_empty(db: None) -> None:
    """Else a first start would take it for a city, and not fill it."""
    assert city_is_empty()

    assert add_agendas() == 0
    assert city_is_empty()
