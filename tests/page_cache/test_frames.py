"""What is remembered of frames, sites and closed places is right for every page and every site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from wagtail.models import Locale, Page, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION

from core import closed, surroundings
from core.page_cache.beginning import claim
from core.places import place_of
from core.surroundings import surroundings_of
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from nieuws.years import year_page
from tests.factories import news
from tests.wijkteams.vermeldingen.rows import close
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
Committed = Callable[..., Any]


@pytest.fixture
def worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test runs inside a transaction, a visit does not."""
    claim()
    outside = SimpleNamespace(get_connection=lambda: SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr("core.page_cache.memory.transaction", outside)


def root_paths() -> Any:
    return cache.get(SITE_ROOT_PATHS_CACHE_KEY, version=SITE_ROOT_PATHS_CACHE_VERSION)


def test_frame_that_is_remembered_holds_no_versions_of_the_first_page(
    worker: None, haven_news: NieuwsIndexPage
) -> None:
    english = Locale.objects.create(language_code="en")
    item, other = news(haven_news, "Bus"), news(haven_news, "Fiets")
    copy = item.copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()

    found = surroundings_of(item, RequestFactory().get("/"))
    assert {page.pk for page in found.versions} == {item.pk, copy.pk}

    _since, frames = surroundings._FRAMES._known
    remembered = {page.pk for frame in frames.values() for page in frame}
    assert remembered
    assert not remembered & {item.pk, copy.pk}
    again = surroundings_of(other, RequestFactory().get("/"))
    assert [page.pk for page in again.ancestors] == [page.pk for page in found.ancestors]
    assert {page.pk for page in again.own_pages} == {page.pk for page in found.own_pages}


def test_page_that_follows_a_closed_one_is_closed_at_once(
    worker: None,
    client: Client,
    haven_news: NieuwsIndexPage,
    sluis_news: NieuwsIndexPage,
    django_capture_on_commit_callbacks: Committed,
) -> None:
    item = news(haven_news, "Voor het team")
    with django_capture_on_commit_callbacks(execute=True):
        close(item)
    connection.run_on_commit.clear()  # it was done
    assert item.path in closed.known_closed_places()  # remembered from now on

    with django_capture_on_commit_callbacks(execute=True):
        alias = item.create_alias(parent=year_page(sluis_news, item.date.year))

    assert not closed.known_to_be_open([alias.path])
    assert client.get(alias.get_url()).status_code == 302


def test_nothing_is_known_to_be_open_where_nothing_is_remembered(hub: HomePage) -> None:
    assert not closed.known_to_be_open([hub.path])


def test_visit_to_one_of_two_sites_leaves_the_addresses_of_the_other_alone(
    hub: HomePage, haven: Wijk
) -> None:
    root = Page.objects.get(depth=1)
    second = root.add_child(instance=HomePage(title="Tweede", slug="tweede", locale=hub.locale))
    Site.objects.create(hostname="tweede.example", root_page=second)
    cache.clear()

    place = place_of(RequestFactory().get("/", headers={"host": "testserver"}))

    assert place is not None
    assert place.site.root_page_id == hub.pk
    assert root_paths() is None or len({path.site_id for path in root_paths()}) == 2
    assert second.get_url() is not None


def test_visit_to_the_only_site_leaves_all_addresses_for_wagtail(hub: HomePage) -> None:
    cache.clear()

    place_of(RequestFactory().get("/"))

    assert [path.root_path for path in root_paths()] == [hub.url_path]
