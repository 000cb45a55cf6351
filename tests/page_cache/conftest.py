"""A city whose answers are kept; and one with a web server in another process beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import override_settings


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of the page cache, switched on."""
    with override_settings(PAGE_CACHE=True, PAGE_CACHE_DIR=tmp_path / "pages"):
        yield tmp_path / "pages"


@pytest.fixture
def clock() -> Iterator[Any]:
    """A clock that stands still until `clock.shift(seconds)`: an afternoon in November."""
    with time_machine.travel(datetime(2026, 11, 20, 13, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def wait_a_second() -> None:
    """Nothing is kept in the second of a drop: two versions would have one ETag."""
    time.sleep(1.02 - time.time() % 1)


FILES = "django.core.cache.backends.filebased.FileBasedCache"


class _NeedsDatabase:
    """pytest-django makes a database for tests that ask for `db`: which these must not."""

    fixturenames = ("db",)

    def get_closest_marker(self, name: str) -> None:
        """None."""


@pytest.fixture(scope="module")
def other(
    request: pytest.FixtureRequest,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Any]:
    """A web server with two workers on a database that this process works on as well."""
    from tests.page_cache.city import make_city
    from tests.page_cache.other_process import free_port, serve
    from tests.page_cache.own_database import own_database

    needs: Any = _NeedsDatabase()
    request.session.items.append(needs)
    request.getfixturevalue("django_db_setup")
    request.session.items.remove(needs)
    tmp, port = tmp_path_factory.mktemp("pages"), free_port()
    told = {
        "PAGE_CACHE": True,
        "PAGE_CACHE_DIR": tmp / "pages",
        "WAGTAILADMIN_BASE_URL": f"http://127.0.0.1:{port}",
        "BIND": f"127.0.0.1:{port}",
        # As in a real city: what one process forgets, the others forget as well.
        "CACHES": {"default": {"BACKEND": FILES, "LOCATION": str(tmp / "cache")}},
    }
    with django_db_blocker.unblock(), own_database(tmp) as database, override_settings(**told):
        make_city()
        with serve(database, tmp, port) as running:
            yield running
