"""A page that gets another address can still be found at the one it had."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale, Page, PageViewRestriction

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from wijkteams.models import OudPad, TekstPage, Wijk, WijkPage
from wijkteams.services import change_address

pytestmark = pytest.mark.django_db(transaction=False)


def text(parent: Page, slug: str) -> TekstPage:
    """A published free page."""
    page: TekstPage = parent.add_child(instance=TekstPage(title=slug.title(), slug=slug))
    page.save_revision().publish()
    return TekstPage.objects.get(pk=page.pk)


def rename(page: Page, slug: str, capture: DjangoCaptureOnCommitCallbacks) -> None:
    """As the edit screen does it."""
    page = type(page).objects.get(pk=page.pk)
    page.slug = slug
    with capture(execute=True):
        page.save_revision().publish()


def leads_to(client: Client, path: str) -> str | None:
    """Where one step leads to, which must be a page that is there."""
    response = client.get(path)
    if response.status_code != 301:
        return None
    assert client.get(response["Location"]).status_code == 200, response["Location"]
    return response["Location"]


@pytest.fixture
def ward(haven: Wijk) -> WijkPage:
    return WijkPage.objects.get(wijk=haven)


@pytest.fixture
def on_commit(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> DjangoCaptureOnCommitCallbacks:
    return django_capture_on_commit_callbacks


def test_news_item_with_another_slug_is_found_at_the_old_one(
    client: Client, haven_news: NieuwsIndexPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    item = news(haven_news, "De bus rijdt weer")
    old = item.url

    rename(item, "bus-rijdt", on_commit)

    new = NieuwsPage.objects.get(pk=item.pk).url
    assert leads_to(client, f"{old}?van=mail") == f"{new}?van=mail"
    assert client.head(old).status_code == 301
    assert client.post(old).status_code in {403, 404, 405}


def test_branch_leads_on_with_one_row_however_large_it_is(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    top = text(ward, "tuin")
    for number in range(5):
        text(top, f"bed-{number}")

    rename(top, "moestuin", on_commit)

    assert leads_to(client, "/havenkwartier/tuin/bed-3/") == "/havenkwartier/moestuin/bed-3/"
    assert OudPad.objects.count() == 1


def test_moved_page_leads_on_to_the_other_ward(client: Client, ward: WijkPage, sluis: Wijk) -> None:
    top = text(ward, "tuin")
    text(top, "bed")

    top.move(WijkPage.objects.get(wijk=sluis), pos="last-child")

    assert leads_to(client, "/havenkwartier/tuin/bed/") == "/oude-sluis/tuin/bed/"


def test_page_in_another_order_has_no_old_address(ward: WijkPage) -> None:
    first, second = text(ward, "een"), text(ward, "twee")

    second.move(first, pos="left")

    assert not OudPad.objects.exists()


def test_draft_that_nobody_saw_leaves_no_address(
    ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    page = ward.add_child(instance=TekstPage(title="Plan", slug="plan", live=False))

    rename(page, "plannen", on_commit)

    assert not OudPad.objects.exists()


def test_address_that_changed_three_times_is_one_step_away(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    top = text(ward, "een")
    below = text(top, "bed")
    rename(top, "twee", on_commit)
    rename(below, "perk", on_commit)
    rename(top, "drie", on_commit)
    with on_commit(execute=True):
        change_address(ward.wijk, "kade")

    rename(below, "hek", on_commit)

    for old in ("een/bed", "twee/bed", "twee/perk", "drie/perk"):
        assert leads_to(client, f"/havenkwartier/{old}/") == "/kade/drie/hek/", old
    assert leads_to(client, "/kade/drie/perk/") == "/kade/drie/hek/"


def test_pages_that_change_places_do_not_lead_round_in_circles(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    first, second = text(ward, "een"), text(ward, "twee")
    rename(first, "tussen", on_commit)
    rename(second, "een", on_commit)
    rename(first, "twee", on_commit)

    assert client.get("/havenkwartier/een/").context["page"].pk == second.pk
    assert client.get("/havenkwartier/twee/").context["page"].pk == first.pk
    assert leads_to(client, "/havenkwartier/tussen/") == "/havenkwartier/twee/"
    assert client.get("/havenkwartier/een/nergens/").status_code == 404


def test_rows_that_point_at_one_another_end_in_nothing(client: Client, ward: WijkPage) -> None:
    first, second = text(ward, "een"), text(ward, "twee")
    OudPad.objects.create(page=first, path=f"{second.url_path}diep/")
    OudPad.objects.create(page=second, path=f"{first.url_path}twee/diep/")
    Page.objects.filter(pk=first.pk).update(url_path=f"{first.url_path}twee/diep/")
    Page.objects.filter(pk=second.pk).update(url_path=f"{second.url_path}diep/")

    assert client.get("/havenkwartier/twee/diep/x/").status_code == 404


def test_page_that_takes_an_old_address_wins_also_when_it_is_hidden_later(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    rename(text(ward, "tuin"), "moestuin", on_commit)

    taker = text(ward, "tuin")

    assert client.get("/havenkwartier/tuin/").context["page"].pk == taker.pk
    taker.unpublish()
    assert client.get("/havenkwartier/tuin/").status_code == 404


def test_draft_at_an_old_address_does_not_take_it_yet(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    rename(text(ward, "tuin"), "moestuin", on_commit)

    ward.add_child(instance=TekstPage(title="Tuin", slug="tuin", live=False))

    assert leads_to(client, "/havenkwartier/tuin/") == "/havenkwartier/moestuin/"


def test_words_of_a_new_title_are_not_told_before_everybody_may_read_them(
    client: Client, as_joris: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    page = text(ward, "plein")
    rename(page, "plein-gaat-dicht", on_commit)
    lock = PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert client.get("/havenkwartier/plein/").status_code == 404
    assert as_joris.get("/havenkwartier/plein/").status_code == 301
    lock.delete()
    assert client.get("/havenkwartier/plein/").status_code == 301
    TekstPage.objects.get(pk=page.pk).unpublish()
    assert client.get("/havenkwartier/plein/").status_code == 404


def test_translation_keeps_its_old_address_in_its_own_language(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    page = text(ward, "tuin")
    english = Locale.objects.create(language_code="en")
    pages = (ward.get_parent().specific, ward, page)
    copies = [page.copy_for_translation(english) for page in pages]
    for copy in copies:
        copy.save_revision().publish()

    rename(copies[2], "garden", on_commit)

    assert leads_to(client, "/en/havenkwartier/tuin/") == "/en/havenkwartier/garden/"
    assert client.get("/havenkwartier/tuin/").status_code == 200
    assert client.get("/tr/havenkwartier/tuin/").status_code == 404


def test_row_goes_with_its_page(ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks) -> None:
    page = text(ward, "tuin")
    rename(page, "moestuin", on_commit)

    TekstPage.objects.get(pk=page.pk).delete()

    assert not OudPad.objects.exists()


def test_looking_for_what_is_not_there_takes_few_queries(client: Client, ward: WijkPage) -> None:
    client.get("/havenkwartier/een/twee/drie/vier/")

    with CaptureQueriesContext(connection) as queries:
        client.get("/havenkwartier/een/twee/drie/vier/")

    asked = [q["sql"] for q in queries if "oudpad" in q["sql"] or "oudadres" in q["sql"]]
    assert len(asked) == 2


@pytest.mark.parametrize("path", ["/%00/", "/a/%00/b/", f"/{'a/' * 200}", "/%ff%fe/", "/en/"])
def test_strange_address_is_simply_not_there(client: Client, ward: WijkPage, path: str) -> None:
    OudPad.objects.create(page=ward, path="/home/weg/")

    assert client.get(path).status_code in {301, 400, 404}


def test_old_address_of_a_ward_is_told_only_when_its_page_may_be_read(
    client: Client, ward: WijkPage, haven: Wijk
) -> None:
    change_address(haven, "het-geheim")
    front = WijkPage.objects.get(pk=ward.pk)

    assert leads_to(client, "/havenkwartier/") == "/het-geheim/"
    assert client.get("/en/havenkwartier/").status_code == 404
    lock = PageViewRestriction.objects.create(page=front, restriction_type="login")
    assert client.get("/havenkwartier/").status_code == 404
    lock.delete()
    front.unpublish()
    assert client.get("/havenkwartier/").status_code == 404


def test_feed_at_an_old_address_leads_to_the_feed(
    client: Client, haven_news: NieuwsIndexPage, on_commit: DjangoCaptureOnCommitCallbacks
) -> None:
    rename(haven_news, "berichten", on_commit)

    assert leads_to(client, "/havenkwartier/nieuws/rss.xml") == "/havenkwartier/berichten/rss.xml"


@pytest.mark.parametrize("sign", ["%3f", "%23", "%25", "%22"])
def test_signs_in_an_old_address_stay_what_they_were(
    client: Client, ward: WijkPage, on_commit: DjangoCaptureOnCommitCallbacks, sign: str
) -> None:
    rename(text(ward, "tuin"), "moestuin", on_commit)

    answer = client.get(f"/havenkwartier/tuin/x{sign}y/")

    assert answer["Location"].lower() == f"/havenkwartier/moestuin/x{sign}y/"
