"""What the fast builder makes is a real site: Wagtail itself finds nothing wrong with it."""

from __future__ import annotations

from random import Random

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import add_news
from tests.builders.city import build_city
from tests.scale.pages import addresses
from wijkteams.models import Wijk
from wijkteams.models.pages import wijk_id_of_path
from wijkteams.services import open_ward

pytestmark = pytest.mark.django_db


def test_tree_has_no_faults(capsys: pytest.CaptureFixture[str]) -> None:
    build_city(wards=4, news=60)

    assert Page.find_problems() == ([], [], [], [], [])
    call_command("fixtree", "--noinput")
    assert capsys.readouterr().out.count("No problems found.") == 2  # pages and collections


def test_second_city_grows_beside_the_first() -> None:
    build_city(wards=2, news=10)

    build_city(wards=3, news=10, seed=2, images=0)

    assert Wijk.objects.count() == 5
    assert Page.find_problems() == ([], [], [], [], [])


def test_every_kind_of_page_answers(client: Client) -> None:
    city = build_city(wards=3, news=60)

    for name, address in addresses(city).items():
        assert client.get(address).status_code == 200, name


def test_random_pages_answer_and_know_their_ward(client: Client) -> None:
    build_city(wards=5, news=100)
    pages = list(NieuwsPage.objects.all())

    for page in Random(7).sample(pages, 10):
        assert page.wijk_id == wijk_id_of_path(page.path)
        assert page.title in client.get(page.url).content.decode()


def test_work_goes_on_in_a_built_city() -> None:
    build_city(wards=2, news=20)
    ward = open_ward(name="Nieuwe wijk")

    item = add_news(NieuwsIndexPage.objects.get(wijk=ward), NieuwsPage(title="Hallo"))
    item.save_revision().publish()

    assert NieuwsPage.objects.get(pk=item.pk).live
    assert Page.find_problems() == ([], [], [], [], [])


def test_built_city_can_be_searched(client: Client) -> None:
    build_city(wards=2, news=20, images=0, index=True)

    assert "/nieuws/" in client.get("/zoeken/?q=speeltuin").content.decode()


def test_same_seed_gives_the_same_city() -> None:
    titles = []
    for _time in range(2):
        build_city(wards=2, news=20, seed=5, images=0)
        newest = NieuwsPage.objects.order_by("-pk")[:20]
        titles.append([page.title for page in newest])

    assert titles[0] == titles[1]
