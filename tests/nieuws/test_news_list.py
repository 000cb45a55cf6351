"""Lists of news: newest first, part by part, in the reader's language and then in Dutch."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from nieuws.listing import news_items
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 5, 1)


def many(index: NieuwsIndexPage, count: int) -> list[NieuwsPage]:
    return [
        news(index, f"Bericht {n}", date=DAY + datetime.timedelta(days=n // 2))
        for n in range(count)
    ]


def titles_by_paging(client: Client, url: str) -> list[str]:
    """All titles of a list, as somebody who goes on to the end sees them."""
    seen: list[str] = []
    address: str | None = url
    while address:
        html = client.get(address).content.decode()
        seen += re.findall(r"Bericht \d+(?=\s*<)", html)
        older = re.search(r'href="(\?voor=[^"]+)"', html)
        address = url + older[1] if older else None
    return seen


def test_every_item_is_found_once_by_going_on(client: Client, haven_news: NieuwsIndexPage) -> None:
    many(haven_news, 45)

    seen = titles_by_paging(client, "/havenkwartier/nieuws/")

    assert seen == [f"Bericht {n}" for n in reversed(range(45))]


def test_hub_shows_all_wards_and_a_ward_only_itself(
    client: Client, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Uit de haven")
    news(sluis_news, "Uit de sluis")

    hub = client.get("/nieuws/").content.decode()
    ward = client.get("/havenkwartier/nieuws/").content.decode()

    assert "Uit de haven" in hub
    assert "Uit de sluis" in hub
    assert "Uit de haven" in ward
    assert "Uit de sluis" not in ward


def test_drafts_and_private_branches_are_in_no_list(
    client: Client, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Nog een concept", live=False)
    news(sluis_news, "Alleen voor het team")
    PageViewRestriction.objects.create(page=sluis_news, restriction_type="login")

    for url in ("/", "/nieuws/", "/havenkwartier/nieuws/", "/havenkwartier/", "/oude-sluis/"):
        html = client.get(url).content.decode()
        assert "Nog een concept" not in html
        assert "Alleen voor het team" not in html


@pytest.mark.parametrize(
    "marker",
    ["x", "2026-99-99-1", "2026-01-01-", "'; DROP", "\x00", "2026-01-01-" + "9" * 40, "nl:"],
)
def test_senseless_marker_shows_the_newest(
    client: Client, haven_news: NieuwsIndexPage, marker: str
) -> None:
    news(haven_news, "Het nieuwste")

    response = client.get("/havenkwartier/nieuws/", {"voor": marker})

    assert response.status_code == 200
    assert "Het nieuwste" in response.content.decode()


def test_year_shows_only_that_year(client: Client, haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Van vorig jaar", date=datetime.date(2025, 12, 31))
    news(haven_news, "Van dit jaar", date=datetime.date(2026, 1, 1))

    html = client.get("/havenkwartier/nieuws/2025/").content.decode()

    assert "Van vorig jaar" in html
    assert "Van dit jaar" not in html


def test_other_language_shows_its_own_then_the_rest_in_dutch(
    haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.create(language_code="en")
    items = many(haven_news, 6)
    for page in haven_news.get_ancestors(inclusive=True).filter(depth__gt=1):
        page.specific.copy_for_translation(english)
    oldest = items[0]
    oldest.get_parent().specific.copy_for_translation(english)
    copy = oldest.copy_for_translation(english)
    copy.title, copy.live = "Message 0", True
    copy.save()

    shown, marker = [], ""
    while marker is not None:
        part = news_items(english, wijk=haven, limit=2, before=marker)
        shown += [(item.title, item.language) for item in part.items]
        marker = part.older

    assert shown == [("Message 0", "")] + [(f"Bericht {n}", "nl") for n in (5, 4, 3, 2, 1)]
