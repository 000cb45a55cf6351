"""A volunteer works on pages of the own ward, in every language, and on nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

SCREENS = ["edit", "history", "usage", "copy", "delete", "unpublish"]


def screen(name: str, page: Page) -> str:
    if name == "explore":
        return reverse("wagtailadmin_explore", args=[page.pk])
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk])


def form_data(page: NieuwsPage, **changes: Any) -> dict[str, Any]:
    """What the editor's form of a news item posts."""
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "date": page.date.isoformat(),
        "body-count": "0",
        "image": "",
        "image_alt": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **changes,
    }


@pytest.fixture
def item(haven_news: NieuwsIndexPage) -> NieuwsPage:
    return news(haven_news, "De haven bloeit")


@pytest.fixture
def translated(item: NieuwsPage) -> NieuwsPage:
    """The same item in English, with its whole branch of the tree."""
    english = Locale.objects.create(language_code="en")
    for page in [*item.get_ancestors().filter(depth__gt=1), item]:
        copy = page.specific.copy_for_translation(english)
        copy.live = True
        copy.save()
    return NieuwsPage.objects.get(translation_key=item.translation_key, locale=english)


@pytest.mark.parametrize("name", SCREENS)
def test_own_editor_opens_every_screen(as_joris: Client, item: NieuwsPage, name: str) -> None:
    response = as_joris.get(screen(name, item))

    assert response.status_code == 200
    assert "De haven bloeit" in response.content.decode()


@pytest.mark.parametrize("name", SCREENS)
def test_own_editor_opens_every_screen_of_a_translation(
    as_joris: Client, translated: NieuwsPage, name: str
) -> None:
    assert as_joris.get(screen(name, translated)).status_code == 200


@pytest.mark.parametrize("name", [*SCREENS, "explore"])
def test_volunteer_of_another_ward_opens_none(
    as_fatma: Client, item: NieuwsPage, translated: NieuwsPage, name: str
) -> None:
    for page in (item, translated):
        response = as_fatma.get(screen(name, page), follow=False)

        assert response.status_code in {302, 403, 404}, (name, page.locale)
        assert "De haven bloeit" not in response.content.decode()


def test_explorer_shows_only_the_own_ward(as_joris: Client, item: NieuwsPage, sluis: Wijk) -> None:
    shown = as_joris.get(reverse("wagtailadmin_explore_root"), follow=True).content.decode()

    assert "Havenkwartier" in shown
    assert "Oude Sluis" not in shown


def test_own_editor_creates_and_publishes(as_joris: Client, haven_news: NieuwsIndexPage) -> None:
    url = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", haven_news.pk])
    new = NieuwsPage(title="Bus rijdt weer", slug="bus-rijdt-weer", summary="Elke vrijdag.")

    as_joris.post(url, form_data(new, **{"action-publish": "1"}))

    page = NieuwsPage.objects.get(slug="bus-rijdt-weer")
    assert page.live
    assert page.get_parent().slug == str(page.date.year)


def test_own_editor_changes_a_translation(as_joris: Client, translated: NieuwsPage) -> None:
    as_joris.post(
        screen("edit", translated),
        form_data(translated, title="The harbour blooms", **{"action-publish": "1"}),
    )

    translated.refresh_from_db()
    assert translated.title == "The harbour blooms"


WRITES = ["edit", "delete", "unpublish", "copy", "lock", "unlock"]


@pytest.mark.parametrize("name", WRITES)
def test_volunteer_of_another_ward_changes_nothing(
    as_fatma: Client, item: NieuwsPage, translated: NieuwsPage, name: str
) -> None:
    for page in (item, translated):
        before = (Page.objects.count(), list(Page.objects.order_by("pk").values()))

        as_fatma.post(
            screen(name, page),
            form_data(
                page,
                title="Gekaapt",
                new_title="Gekaapt",
                new_slug="gekaapt",
                new_parent_page=page.get_parent().pk,
                **{"action-publish": "1"},
            ),
        )

        assert (Page.objects.count(), list(Page.objects.order_by("pk").values())) == before


def test_volunteer_creates_nothing_in_another_ward(
    as_fatma: Client, haven_news: NieuwsIndexPage
) -> None:
    url = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", haven_news.pk])
    new = NieuwsPage(title="Gekaapt", slug="gekaapt")

    assert as_fatma.get(url).status_code in {302, 403}
    as_fatma.post(url, form_data(new, **{"action-publish": "1"}))

    assert not NieuwsPage.objects.filter(slug="gekaapt").exists()


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move"])
def test_bulk_actions_leave_other_wards_alone(
    as_fatma: Client, item: NieuwsPage, sluis_news: NieuwsIndexPage, action: str
) -> None:
    own = news(sluis_news, "Eigen bericht")
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    before = Page.objects.filter(pk=item.pk).values().get()

    as_fatma.post(f"{base}?id={item.pk}&id={own.pk}", {"chooser": own.get_parent().pk})

    assert Page.objects.filter(pk=item.pk).values().get() == before


def test_own_editor_deletes_in_bulk(as_joris: Client, item: NieuwsPage) -> None:
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    as_joris.post(f"{base}?id={item.pk}")

    assert not NieuwsPage.objects.filter(pk=item.pk).exists()


def test_move_to_another_ward_is_refused_both_ways(
    as_fatma: Client, item: NieuwsPage, sluis_news: NieuwsIndexPage
) -> None:
    own = news(sluis_news, "Eigen bericht")
    haven_year, sluis_year = item.get_parent(), own.get_parent()

    as_fatma.post(reverse("wagtailadmin_pages:move_confirm", args=[own.pk, haven_year.pk]))
    as_fatma.post(reverse("wagtailadmin_pages:move_confirm", args=[item.pk, sluis_year.pk]))

    item.refresh_from_db()
    own.refresh_from_db()
    assert item.get_parent().pk == haven_year.pk
    assert own.get_parent().pk == sluis_year.pk


def test_writer_edits_own_draft_but_cannot_publish(
    as_wim: Client, haven_news: NieuwsIndexPage
) -> None:
    url = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", haven_news.pk])
    new = NieuwsPage(title="Concept", slug="concept")

    as_wim.post(url, form_data(new, **{"action-publish": "1"}))

    page = NieuwsPage.objects.get(slug="concept")
    assert not page.live
    assert as_wim.get(screen("edit", page)).status_code == 200


def test_writer_does_not_edit_what_others_wrote(as_wim: Client, item: NieuwsPage) -> None:
    assert as_wim.get(screen("edit", item)).status_code in {302, 403}


def test_city_editor_opens_every_ward(as_bea: Client, item: NieuwsPage) -> None:
    assert as_bea.get(screen("edit", item)).status_code == 200


def test_rights_end_with_the_next_request(as_joris: Client, item: NieuwsPage, joris: Any) -> None:
    assert as_joris.get(screen("edit", item)).status_code == 200

    joris.lidmaatschappen.all().delete()

    assert as_joris.get(screen("edit", item)).status_code in {302, 403}


def test_moved_branch_belongs_to_its_new_ward(
    item: NieuwsPage, sluis_news: NieuwsIndexPage
) -> None:
    own = news(sluis_news, "Eigen bericht")

    item.move(own.get_parent(), pos="last-child")

    item.refresh_from_db()
    assert item.wijk_id == sluis_news.wijk_id
