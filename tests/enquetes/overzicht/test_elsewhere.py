"""Where a survey shows up by itself: search, newsletter, sitemap, older wards, a new city."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import EnqueteIndexPage, EnquetePage
from enquetes.upgrade import ENQUETES
from home.models import HomePage
from nieuws.nieuwsbrief.gathering import gather
from tests.factories.enquetes import survey
from wijkteams.models import Vermelding, Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    """The surveys of Havenkwartier."""
    return EnqueteIndexPage.objects.get(wijk=haven)


def test_the_newsletter_picks_up_a_new_survey(index: EnqueteIndexPage, haven: Wijk) -> None:
    before = timezone.now() - timedelta(minutes=5)
    survey(index, closes_at=timezone.now() + timedelta(days=9))

    groups = gather(haven, before).groups

    page = EnquetePage.objects.get(title="Honden")
    assert [group.pages for group in groups] == [[page.pk]]


def test_a_survey_is_found_by_its_words(client: Client, index: EnqueteIndexPage) -> None:
    survey(index, title="Losloopgebied", summary="Waar mag de hond los?")

    html = client.get("/zoeken/?q=losloopgebied").content.decode()

    assert "/havenkwartier/enquetes/losloopgebied/" in html


def test_a_survey_is_in_the_sitemap(client: Client, index: EnqueteIndexPage) -> None:
    survey(index)

    urls = Vermelding.objects.filter(kind="enquete").values_list("url", flat=True)

    assert list(urls) == ["/havenkwartier/enquetes/honden/"]
    assert client.get("/sitemap.xml").status_code == 200


def test_a_ward_and_a_hub_of_before_get_their_list(hub: HomePage, haven: Wijk) -> None:
    for page in EnqueteIndexPage.objects.all():
        page.delete()

    assert ENQUETES.add_where_missing() == 2

    assert EnqueteIndexPage.objects.filter(wijk=haven, live=True).count() == 1
    assert EnqueteIndexPage.objects.filter(wijk=None, live=True).count() == 1
    assert ENQUETES.add_where_missing() == 0


def test_the_door_of_the_ward_leads_to_its_surveys(client: Client, haven: Wijk) -> None:
    html = client.get("/havenkwartier/").content.decode()

    assert '<a class="door" href="/havenkwartier/enquetes/">' in " ".join(html.split())
