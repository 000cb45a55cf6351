"""Years under a news list are made by themselves, and an address once published stays."""

from __future__ import annotations

import datetime

import pytest
from wagtail.models import Page

from nieuws.models import NieuwsIndexPage, NieuwsJaarPage, NieuwsPage
from nieuws.years import place_in_year, year_page
from tests.factories import news

pytestmark = pytest.mark.django_db


def test_year_is_made_once(haven_news: NieuwsIndexPage) -> None:
    first, second = year_page(haven_news, 2026), year_page(haven_news, 2026)

    assert first == second
    assert NieuwsJaarPage.objects.count() == 1


def test_item_under_the_list_goes_to_its_year(haven_news: NieuwsIndexPage) -> None:
    item = NieuwsPage(title="Los bericht", date=datetime.date(2024, 3, 1))
    haven_news.add_child(instance=item)

    placed = place_in_year(item)

    assert placed.url_path.endswith("/nieuws/2024/los-bericht/")
    assert placed.wijk_id == haven_news.wijk_id
    assert Page.find_problems() == ([], [], [], [], [])


def test_draft_follows_its_date_but_a_published_item_stays(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bericht", date=datetime.date(2025, 3, 1), live=False)
    item.date = datetime.date(2026, 3, 1)
    item.save()

    moved = place_in_year(item)
    assert "/2026/" in moved.url_path

    moved.save_revision().publish()
    published = NieuwsPage.objects.get(pk=moved.pk)
    published.date = datetime.date(2024, 3, 1)
    published.save()

    assert "/2026/" in place_in_year(published).url_path


def test_nobody_makes_a_year_or_a_ward_by_hand(haven_news: NieuwsIndexPage) -> None:
    assert not NieuwsJaarPage.can_create_at(haven_news)
    assert NieuwsPage.can_create_at(haven_news)
    assert not NieuwsIndexPage.can_create_at(haven_news.get_parent())
