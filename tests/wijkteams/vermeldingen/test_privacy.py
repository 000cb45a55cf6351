"""What is not for everybody stands in no list, however it became so."""

from __future__ import annotations

import pytest
from django.test import Client

from nieuws.models import NieuwsIndexPage
from nieuws.years import year_page
from tests.factories import news
from tests.wijkteams.vermeldingen.rows import assert_all_right, close, row_of, the_row
from wijkteams.models import Vermelding, Wijk, WijkPage

pytestmark = pytest.mark.django_db
LISTS = ("/", "/nieuws/", "/rss.xml", "/havenkwartier/", "/havenkwartier/nieuws/")


def seen(client: Client, words: str) -> list[str]:
    """The lists in which these words stand."""
    return [url for url in LISTS if words in client.get(url).content.decode()]


def test_restriction_on_the_item_itself(client: Client, haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Voor het team")
    assert seen(client, "Voor het team") == list(LISTS)

    restriction = close(item)
    assert seen(client, "Voor het team") == []
    assert_all_right()

    restriction.delete()
    assert seen(client, "Voor het team") == list(LISTS)
    assert_all_right()


def test_restriction_above_and_within_another(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    item = news(haven_news, "Voor het team")
    outer, inner = close(WijkPage.objects.get(wijk=haven)), close(haven_news)

    outer.delete()
    assert seen(client, "Voor het team") == []
    assert_all_right()

    inner.delete()
    assert seen(client, "Voor het team") == list(LISTS)
    row = the_row(item)
    assert row.is_public
    assert all(link.is_public for link in row.vermeldingwijk.all())


def test_item_published_in_a_private_branch_is_private(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    close(haven_news)

    news(haven_news, "Voor het team")

    assert seen(client, "Voor het team") == []
    assert_all_right()


def test_item_that_moves_out_of_a_private_branch_becomes_public(
    haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    close(haven_news)
    item = news(haven_news, "Bus")
    row = the_row(item)
    assert not row.is_public

    item.move(year_page(sluis_news, item.date.year), pos="last-child")

    row = the_row(item)
    assert row.is_public
    assert_all_right()


def test_alias_is_as_private_as_its_source(
    haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    item = news(haven_news, "Bus")
    alias = item.create_alias(parent=year_page(sluis_news, item.date.year))

    restriction = close(item)
    row = the_row(alias)
    assert not row.is_public
    assert_all_right()

    restriction.delete()
    row = the_row(alias)
    assert row.is_public


def test_restriction_that_goes_with_its_page(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")
    close(item)

    item.delete()

    assert row_of(item) is None
    assert_all_right()


def test_row_never_shows_what_wagtail_keeps_for_itself(haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Bus")
    close(haven_news)

    for row in Vermelding.objects.select_related("page"):
        assert row.is_public is not row.page.get_view_restrictions().exists(), row.url
