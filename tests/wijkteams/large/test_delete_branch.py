"""A large branch leaves the site at once and goes in the background; a small one as ever."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from wijkteams.large import delete_branch
from wijkteams.models import TekstPage, Vermelding, Wijk, WijkPage

pytestmark = pytest.mark.django_db
SURE = {"confirm_site_name": settings.WAGTAIL_SITE_NAME}


@pytest.fixture
def garden(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> TekstPage:
    """A page with five pages below it, which is large here."""
    monkeypatch.setattr(delete_branch, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(delete_branch, "A_TURN", 2)
    top: TekstPage = WijkPage.objects.get(wijk=haven).add_child(instance=TekstPage(title="Tuin"))
    for number in range(4):
        top.add_child(instance=TekstPage(title=f"Bed {number}"))
    bed = TekstPage.objects.get(title="Bed 1")
    bed.add_child(instance=TekstPage(title="Perk"))
    return TekstPage.objects.get(pk=top.pk)


def remove(client: Client, page: Page) -> str:
    """Confirm it; gives back what the next screen says."""
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), SURE)
    assert response.status_code == 302
    return client.get(response["Location"]).content.decode()


def test_all_pages_go_and_the_log_says_who_did_it(
    as_joris: Client, client: Client, garden: TekstPage
) -> None:
    screen = remove(as_joris, garden)

    assert "We halen 6 pagina&#x27;s weg." in screen
    assert not TekstPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])
    assert client.get("/havenkwartier/tuin/bed-1/perk/").status_code == 404
    removed = PageLogEntry.objects.filter(action="wagtail.delete")
    assert removed.count() == 6
    assert {entry.user.email for entry in removed} == {"joris@sluisdam.example"}


def test_branch_is_off_the_site_before_the_worker_begins(
    as_joris: Client, client: Client, garden: TekstPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    queue = SimpleNamespace(enqueue=lambda pk, user: asked.append(pk))
    monkeypatch.setattr(delete_branch, "go_on", queue)
    assert client.get("/havenkwartier/tuin/bed-1/perk/").status_code == 200

    remove(as_joris, garden)

    assert asked == [garden.pk]
    assert TekstPage.objects.count() == 6
    assert client.get("/havenkwartier/tuin/bed-1/perk/").status_code == 404
    assert not Vermelding.objects.filter(page__path__startswith=garden.path).exists()


def test_small_branch_is_gone_at_once(as_joris: Client, garden: TekstPage) -> None:
    delete_branch.MOST_AT_ONCE = 10

    assert "We halen" not in remove(as_joris, garden)
    assert not TekstPage.objects.exists()


def test_nothing_happens_without_the_name_of_the_site(
    as_joris: Client, garden: TekstPage, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 5  # type: ignore[attr-defined]
    url = reverse("wagtailadmin_pages:delete", args=[garden.pk])

    assert as_joris.post(url, {"confirm_site_name": "iets anders"}).status_code == 200
    assert TekstPage.objects.filter(live=True).count() == 6


def test_nobody_of_another_ward_can_begin_it(as_fatma: Client, garden: TekstPage) -> None:
    as_fatma.post(reverse("wagtailadmin_pages:delete", args=[garden.pk]), SURE)

    assert TekstPage.objects.filter(live=True).count() == 6


def test_several_at_once_go_the_same_way(as_joris: Client, garden: TekstPage) -> None:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    as_joris.post(f"{url}?id={garden.pk}&next=/beheer/", SURE)

    assert not TekstPage.objects.exists()


def test_page_that_is_gone_already_is_no_mistake() -> None:
    delete_branch.go_on.call(999_999, None)
