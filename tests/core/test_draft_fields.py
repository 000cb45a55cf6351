"""What somebody notes on a page while working on it changes nothing that readers see."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from wagtail.models import Page

from core.draft_fields import QUIET, as_saved
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news
from tests.wijkteams.vermeldingen.rows import assert_all_right, the_row
from wijkteams.vermeldingen import events

pytestmark = pytest.mark.django_db


def with_draft(item: NieuwsPage) -> NieuwsPage:
    """As a screen holds it that is being filled in."""
    page = NieuwsPage.objects.get(pk=item.pk)
    page.title = "Concept"
    return page


def test_names_are_fields_of_a_page() -> None:
    assert {name for name in QUIET if Page._meta.get_field(name)} == QUIET


@pytest.mark.parametrize("name", sorted(QUIET))
def test_quiet_field_writes_no_row_and_drops_nothing(
    haven_news: NieuwsIndexPage,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    settings.PAGE_CACHE = True
    item = news(haven_news, "Bus")
    happened: list[object] = []
    monkeypatch.setattr(events, "keep", happened.append)
    monkeypatch.setattr("core.page_cache.events.apply", lambda *args: happened.append(args))

    with_draft(item).save(update_fields=[name])
    assert happened == []

    with_draft(item).save(update_fields=["slug"])
    assert len(happened) == 2


def test_of_a_page_that_holds_a_draft_only_what_was_saved_is_shown(
    haven_news: NieuwsIndexPage,
) -> None:
    item = news(haven_news, "Bus")
    page = with_draft(item)
    page.slug = "rit"
    page.set_url_path(page.get_parent())

    page.save(update_fields=["slug", "url_path"])

    row = the_row(item)
    assert (row.title, row.url.endswith("/rit/")) == ("Bus", True)
    assert_all_right()


def test_moment_of_publication_that_is_saved_alone_reaches_feeds(
    haven_news: NieuwsIndexPage,
) -> None:
    item = news(haven_news, "Bus")
    page = with_draft(item)
    page.first_published_at = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)

    page.save(update_fields=["first_published_at"])

    assert the_row(item).first_published_at == page.first_published_at
    assert_all_right()


def test_whole_save_needs_no_second_look(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")

    assert as_saved(item, None) is item
    assert as_saved(item, ["slug"]) is not item
