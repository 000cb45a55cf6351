"""R-02: the advisories of 2026 about pages, each tried by a volunteer of another ward."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.routes import all_routes
from tests.wijkteams.advisories.cases import HIDDEN, hidden_draft, refuses, shows, text_of
from wijkteams.guard import middleware
from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(haven_news: NieuwsIndexPage) -> NieuwsPage:
    return hidden_draft(haven_news)


def screen(name: str, *numbers: object) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=numbers)


def test_cve_2026_25517_preview_is_for_the_own_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage
) -> None:
    shows(as_joris, screen("view_draft", draft.pk))
    refuses(as_fatma, screen("view_draft", draft.pk))
    refuses(as_fatma, screen("preview_on_edit", draft.pk), {"title": "x"})
    parent = draft.get_parent().pk
    refuses(as_fatma, screen("preview_on_add", "nieuws", "nieuwspage", parent), {"title": "x"})


def test_cve_2026_44197_revisions_are_compared_by_the_own_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage
) -> None:
    shows(as_joris, screen("revisions_compare", draft.pk, "live", "latest"))
    refuses(as_fatma, screen("revisions_compare", draft.pk, "live", "latest"))


def test_cve_2026_44197_a_revision_of_another_page_is_not_compared(
    as_fatma: Client, draft: NieuwsPage, sluis: Wijk
) -> None:
    own = WijkPage.objects.get(wijk=sluis)
    own.save_revision()

    refuses(as_fatma, screen("revisions_compare", own.pk, "live", draft.latest_revision_id))
    refuses(as_fatma, screen("revisions_view", own.pk, draft.latest_revision_id))


def test_cve_2026_44198_history_is_for_the_own_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage
) -> None:
    shows(as_joris, screen("history", draft.pk))
    for name in ("history", "history_results", "workflow_history"):
        refuses(as_fatma, screen(name, draft.pk))


def test_cve_2026_44200_pages_are_copied_within_the_own_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage, sluis_news: NieuwsIndexPage
) -> None:
    shows(as_joris, screen("copy", draft.pk))
    before = Page.objects.count()
    posted = {"new_title": "x", "new_slug": "x", "new_parent_page": sluis_news.pk}

    refuses(as_fatma, screen("copy", draft.pk), posted)

    assert Page.objects.count() == before


def test_cve_2026_54262_translations_are_the_own_wards(as_fatma: Client, draft: NieuwsPage) -> None:
    Locale.objects.create(language_code="en")
    source, _made = TranslationSource.update_or_create_from_instance(draft)

    refuses(as_fatma, reverse("wagtail_localize:update_translations", args=[source.pk]))
    report = as_fatma.get(reverse("wagtail_localize:translations_report"))
    assert report.status_code == 302


def test_ghsa_jm5p_837g_rv8g_no_copy_for_translation(
    as_fatma: Client, as_bea: Client, draft: NieuwsPage
) -> None:
    english = Locale.objects.create(language_code="en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[draft.pk])
    action = reverse("wagtailadmin_api:pages:action", args=[draft.pk, "copy_for_translation"])

    refuses(as_fatma, submit, {"locales": [english.pk]})
    refuses(as_fatma, action, {"locale": "en"})

    assert as_bea.post(action, {"locale": "en"}).status_code == 404, "it is there for nobody"
    assert not Page.objects.filter(locale=english).exists()


def test_ghsa_3vrh_m9w7_v94f_api_of_pages_lists_the_own_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage
) -> None:
    detail = reverse("wagtailadmin_api:pages:detail", args=[draft.pk])
    listing = reverse("wagtailadmin_api:pages:listing")
    parent = draft.get_parent().pk

    shows(as_joris, detail)
    refuses(as_fatma, detail)
    assert HIDDEN in text_of(as_joris.get(f"{listing}?child_of={parent}"))
    for query in (f"?child_of={parent}", "", "?search=badhuis", "?for_explorer=1"):
        assert HIDDEN not in text_of(as_fatma.get(listing + query)), query


def test_row_17a_moving_shows_no_title_of_another_ward(
    as_fatma: Client, draft: NieuwsPage, sluis_news: NieuwsIndexPage
) -> None:
    refuses(as_fatma, screen("move_confirm", draft.pk, sluis_news.pk))
    refuses(as_fatma, screen("move_confirm", sluis_news.pk, draft.pk))


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move"])
def test_row_17b_actions_on_many_show_no_title_of_another_ward(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage, action: str
) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    shows(as_joris, f"{address}?id={draft.pk}")
    refuses(as_fatma, f"{address}?id={draft.pk}")


def test_row_17c_chooser_shows_live_titles_of_other_wards_and_no_drafts(
    as_joris: Client, as_fatma: Client, draft: NieuwsPage
) -> None:
    search = reverse("wagtailadmin_choose_page_search") + "?q=badhuis"
    browse = reverse("wagtailadmin_choose_page_child", args=[draft.get_parent().pk])

    assert HIDDEN in text_of(as_joris.get(search))
    for address in (search, browse):
        seen = text_of(as_fatma.get(address))
        assert "Het badhuis" in seen
        assert HIDDEN not in seen
    draft.unpublish()
    for address in (search, browse):
        assert "badhuis" not in text_of(as_fatma.get(address)).replace("q=badhuis", "").lower()
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    refuses(as_fatma, f"{chosen}?id={draft.pk}")


def test_row_17e_report_of_page_types_is_the_citys(as_fatma: Client, draft: NieuwsPage) -> None:
    refuses(as_fatma, reverse("wagtailadmin_reports:page_types_usage"))


def test_row_17f_workflow_says_no_title_of_another_ward(
    as_fatma: Client, draft: NieuwsPage
) -> None:
    address = screen("workflow_action", draft.pk, "approve", 1)

    for answer in (as_fatma.get(address, follow=True), as_fatma.post(address, follow=True)):
        assert HIDDEN not in text_of(answer)


ABSENT = {
    "CVE-2026-28222 (TableBlock)": "wagtail.contrib.table_block",
    "CVE-2026-28223 (simple_translation)": "wagtail.contrib.simple_translation",
    "CVE-2026-44199 (submissions of forms)": "wagtail.contrib.forms",
    "API v2": "wagtail.api.v2",
}


@pytest.mark.parametrize("app", ABSENT.values(), ids=ABSENT.keys())
def test_what_is_not_installed_has_no_holes(app: str) -> None:
    assert not apps.is_installed(app)


def test_no_public_api_is_mounted() -> None:
    paths = [route.path for route in all_routes()]

    assert not [path for path in paths if path.startswith(("api/", "openapi", "docs/"))]
    assert not [path for path in paths if path.startswith("django-admin")]


def test_without_the_guard_titles_leak(
    as_fatma: Client, draft: NieuwsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: Wagtail 8.0.1 alone shows the title before it asks."""
    address = screen("move_confirm", draft.pk, draft.get_parent().pk)
    refuses(as_fatma, address)

    monkeypatch.setattr(middleware, "_is_allowed", lambda *args: True)

    assert "Het badhuis" in text_of(as_fatma.get(address))
