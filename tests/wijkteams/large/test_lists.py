"""Lists of pages in the CMS cost the same however many rows they have."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

from accounts.models import User
from home.models import HomePage
from tests.counting import count_queries
from wijkteams.large import drag_order
from wijkteams.large.translation_buttons import translation_buttons
from wijkteams.models import TekstPage, Wijk, WijkPage
from wijkteams.services import open_ward

pytestmark = pytest.mark.django_db


def explorer(page: Page, query: str = "") -> str:
    return f"{reverse('wagtailadmin_explore', args=[page.pk])}{query}"


@pytest.fixture
def english(hub: HomePage) -> Locale:
    return Locale.objects.create(language_code="en")


def test_explorer_asks_no_question_for_each_ward(
    as_bea: Client, hub: HomePage, english: Locale
) -> None:
    for number in range(2):
        open_ward(name=f"Wijk {number}")
    as_bea.get(explorer(hub))
    few = count_queries(lambda: as_bea.get(explorer(hub)))

    for number in range(2, 12):
        open_ward(name=f"Wijk {number}")

    assert count_queries(lambda: as_bea.get(explorer(hub))) <= few


def test_search_in_the_explorer_still_works(as_bea: Client, hub: HomePage, haven: Wijk) -> None:
    response = as_bea.get(explorer(hub, "?q=haven"))

    assert "Havenkwartier" in response.content.decode()


def test_buttons_about_translations_are_those_of_wagtail_localize(
    as_bea: Client, bea: User, haven: Wijk, sluis: Wijk, hub: HomePage, english: Locale
) -> None:
    source, _created = TranslationSource.get_or_create_from_instance(hub)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=True)
    ward = WijkPage.objects.get(wijk=haven)
    source, _created = TranslationSource.get_or_create_from_instance(ward)
    Translation.objects.create(source=source, target_locale=english).save_target(publish=True)

    rows = as_bea.get(explorer(hub)).context["object_list"]

    wards = [page for page in rows if isinstance(page, WijkPage)]
    assert len(wards) == 2
    for page in wards:
        assert hasattr(page, "_to_translate")
        ours = [(b.label, b.url) for b in translation_buttons(page, bea, next_url="/x/")]
        plain = page_listing_more_buttons(Page.objects.get(pk=page.pk), bea, next_url="/x/")
        assert ours == [(b.label, b.url) for b in plain]
        assert ours


def test_dragging_is_offered_while_it_can_be_done(
    as_bea: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ward = WijkPage.objects.get(wijk=haven)
    for number in range(3):
        ward.add_child(instance=TekstPage(title=f"Pagina {number}"))
    button = f"{explorer(ward)}?ordering=ord"
    assert button in as_bea.get(explorer(ward)).content.decode()
    assert "data-w-orderable" in as_bea.get(explorer(ward, "?ordering=ord")).content.decode()

    monkeypatch.setattr(drag_order, "MOST", 2)

    assert button not in as_bea.get(explorer(ward)).content.decode()
    assert "data-w-orderable" not in as_bea.get(explorer(ward, "?ordering=ord")).content.decode()


def started_at(client: Client, query: str = "") -> int:
    """The page under which the chooser opens."""
    return int(client.get(f"{reverse('wagtailadmin_choose_page')}{query}").json()["parent_page_id"])


def test_chooser_opens_in_the_own_ward(as_joris: Client, as_bea: Client, haven: Wijk) -> None:
    ward = WijkPage.objects.get(wijk=haven)

    assert started_at(as_joris) == ward.pk
    assert started_at(as_joris, "?page_type=wijkteams.tekstpage") == ward.pk
    assert started_at(as_bea) == ward.get_parent().pk
    assert started_at(as_bea, "?locale=nl") == Page.objects.get(depth=1).pk


def test_chooser_of_a_page_that_moves_opens_in_its_ward(as_joris: Client, haven: Wijk) -> None:
    ward = WijkPage.objects.get(wijk=haven)
    page = ward.add_child(instance=TekstPage(title="Tuin"))

    screen = as_joris.get(reverse("wagtailadmin_pages:move", args=[page.pk])).content.decode()

    found = re.search(r'"parentId": (\d+)', screen)
    assert found is not None
    assert int(found[1]) == ward.pk


@pytest.mark.parametrize("who", ["as_joris", "as_bea"])
@pytest.mark.parametrize("part", ["workflow", "workflow_tasks", "site_history", "locked_pages"])
def test_reports_open(
    request: pytest.FixtureRequest, who: str, part: str, haven: Wijk, sluis: Wijk
) -> None:
    client: Client = request.getfixturevalue(who)

    assert client.get(reverse(f"wagtailadmin_reports:{part}")).status_code == 200
