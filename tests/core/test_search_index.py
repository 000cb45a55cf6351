"""The index is right: from a save to what is found, and what is found no more."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from core.search import entries
from core.search.renewal import STEP
from core.search.results import search_pages
from core.search.tasks import learn_words, mend_index
from core.search.vocabulary import corrected
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.core.test_search import found
from tests.factories import news


def entry_of(page: Any) -> Any:
    kind = type(page)._meta.model_name
    return IndexEntry.objects.get(content_type__model=kind, object_id=str(page.pk))


def test_published_text_is_found_at_once_and_the_old_text_no_more(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "Bericht", summary="Met een vergissing.")
    page.summary = "Met een verbetering."
    page.save_revision().publish()

    assert found(client, "verbetering") == ["Bericht"]
    assert found(client, "vergissing") == []


def test_draft_is_not_found_before_it_is_published(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "Bericht")
    page.summary = "Nog geheim."
    revision = page.save_revision()

    assert found(client, "geheim") == []
    page.save(update_fields=["title"])  # the object in memory still holds the draft
    assert found(client, "geheim") == []

    revision.publish()
    assert found(client, "geheim") == ["Bericht"]


def test_withdrawn_page_is_not_found_but_stays_in_the_index_for_editors(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    page = news(haven_news, "Kermis")

    page.unpublish()

    assert found(client, "kermis") == []
    assert [p.pk for p in get_search_backend().search("kermis", NieuwsPage)] == [page.pk]


def test_deleted_page_leaves_nothing_in_the_index(haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "Kermis")
    assert entry_of(page)

    number = str(page.pk)
    page.delete()

    assert not IndexEntry.objects.filter(object_id=number, content_type__model="nieuwspage")


def test_entries_of_an_older_version_are_renewed_while_search_goes_on(
    client: Client, haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.renewal.STEP", 2)
    pages = [news(haven_news, f"Fietspaden {number}") for number in range(5)]
    with monkeypatch.context() as older:
        older.setattr(entries, "VERSION", 1.0)
        older.setattr(entries, "stems", lambda word, language: frozenset())
        for page in pages:
            get_search_backend().add(page)
    assert len(found(client, "fietspaden")) == 5

    mend_index.enqueue()

    assert not IndexEntry.objects.exclude(title_norm=entries.VERSION).exists()
    assert len(found(client, "fietspad")) == 5
    assert STEP > 2


def test_missing_and_stale_entries_are_mended(client: Client, haven_news: NieuwsIndexPage) -> None:
    lost = news(haven_news, "Verloren kermis")
    entry_of(lost).delete()
    entry = entry_of(news(haven_news, "Bericht"))
    entry.pk, entry.object_id = None, "987654"
    entry.save()
    assert found(client, "kermis") == []

    mend_index.enqueue()

    assert found(client, "kermis") == ["Verloren kermis"]
    assert not IndexEntry.objects.filter(object_id="987654").exists()


def test_words_of_a_new_page_are_learnt_within_minutes(haven_news: NieuwsIndexPage) -> None:
    news(haven_news, "Straatverlichting").save_revision().publish()
    assert corrected(["straatverlichtng"]) == []

    learn_words.enqueue()

    assert corrected(["straatverlichtng"]) == ["straatverlichting"]


def test_saving_a_page_costs_the_index_a_few_questions(haven_news: NieuwsIndexPage) -> None:
    page = news(haven_news, "Kermis")
    page.summary = "Anders"

    with CaptureQueriesContext(connection) as few:
        get_search_backend().add(page)
    for number in range(30):
        news(haven_news, f"Bericht {number}")
    page.summary = "Weer anders"
    with CaptureQueriesContext(connection) as many:
        get_search_backend().add(page)

    assert len(few) == len(many) == 1
    assert "AVG" not in many[0]["sql"]


def test_twelve_hundred_private_pages_do_not_stop_search(
    client: Client, haven_news: NieuwsIndexPage
) -> None:
    open_one = news(haven_news, "Kermis voor allen")
    year = open_one.get_parent()
    made = [
        Page(
            title=f"Kermis {number}",
            slug=f"k-{number}",
            path=f"{year.path}{number + 100:04d}",
            depth=year.depth + 1,
            content_type_id=haven_news.content_type_id,
            locale=haven_news.locale,
            url_path=f"{year.url_path}k-{number}/",
        )
        for number in range(1_200)
    ]
    Page.objects.bulk_create(made)
    rows = Page.objects.filter(slug__startswith="k-")
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN) for page in rows
    )
    assert PageViewRestriction.objects.count() == 1_200

    assert found(client, "kermis") == ["Kermis voor allen"]


def test_search_looks_further_when_the_newest_hits_are_private(
    haven_news: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.search.results.NEWEST", 2)
    monkeypatch.setattr("core.search.matches.IN_TITLE", 2)
    news(haven_news, "Kermis voor allen")
    for number in range(4):
        page = news(haven_news, f"Kermis {number}")
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    items = search_pages("kermis", "nl").items

    assert [item.title for item in items] == ["Kermis voor allen"]
