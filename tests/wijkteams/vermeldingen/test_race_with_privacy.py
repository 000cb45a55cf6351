"""Somebody publishes in a branch while somebody else closes it, each in an own transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from wagtail.models import PageViewRestriction

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from tests.page_cache.city import haven, make_city, news_of
from tests.page_cache.conftest import _NeedsDatabase
from tests.page_cache.own_database import own_database
from tests.wijkteams.vermeldingen.rows import assert_all_right, close
from wijkteams.models import Vermelding
from wijkteams.vermeldingen import closed, writing

pytestmark = pytest.mark.databases
SECONDS = 60


@pytest.fixture
def section(
    request: pytest.FixtureRequest, django_db_blocker: Any, tmp_path: Path
) -> Iterator[NieuwsIndexPage]:
    """The news of a ward, in a database in which things are really committed."""
    if connection.vendor == "sqlite":
        pytest.skip("On SQLite who writes does so alone.")
    needs: Any = _NeedsDatabase()
    request.session.items.append(needs)
    request.getfixturevalue("django_db_setup")
    request.session.items.remove(needs)
    with django_db_blocker.unblock(), own_database(tmp_path):
        make_city()
        yield news_of(haven())


def publish_during(section: NieuwsIndexPage, change: Callable[[], object]) -> None:
    """Publish in one transaction; when its rows are there, before its end, something changes."""
    written, go_on = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    def publish() -> None:
        try:
            with transaction.atomic():
                news(NieuwsIndexPage.objects.get(pk=section.pk), "Voor het team")
                written.set()
                assert go_on.wait(SECONDS)
        except BaseException as fault:
            failed.append(fault)
        finally:
            written.set()
            connection.close()

    thread = threading.Thread(target=publish)
    thread.start()
    assert written.wait(SECONDS)
    try:
        change()
    finally:
        go_on.set()
        thread.join(SECONDS)
    assert failed == []


def is_public() -> bool:
    row = Vermelding.objects.get(title="Voor het team")
    assert {link.is_public for link in row.vermeldingwijk.all()} == {row.is_public}
    return row.is_public


def test_branch_that_is_closed_meanwhile(section: NieuwsIndexPage) -> None:
    publish_during(section, lambda: close(section))

    assert not is_public()
    assert_all_right()


def test_branch_that_is_opened_meanwhile(section: NieuwsIndexPage) -> None:
    restriction = close(section)

    publish_during(section, lambda: PageViewRestriction.objects.get(pk=restriction.pk).delete())

    assert is_public()
    assert_all_right()


def test_without_looking_again_it_would_stay_in_lists(
    section: NieuwsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(paths: Iterable[str], known: frozenset[str]) -> None:
        """Believe what was read before."""

    monkeypatch.setattr(writing, "look_again", never)

    publish_during(section, lambda: close(section))

    assert is_public()


def test_publication_that_ends_just_before_the_restriction_does(section: NieuwsIndexPage) -> None:
    """The rows were not there yet when the restriction looked: it looks once more when it ends."""
    with transaction.atomic():
        close(section)
        thread = threading.Thread(target=_publish, args=(section.pk,))
        thread.start()
        thread.join(SECONDS)

    assert not is_public()
    assert closed.set_privacy([section.path]) == 0


def _publish(pk: int) -> None:
    try:
        news(NieuwsIndexPage.objects.get(pk=pk), "Voor het team")
    finally:
        connection.close()
