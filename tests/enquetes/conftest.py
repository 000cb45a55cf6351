"""A city in a database in which things are really committed, for what happens at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.page_cache.city import make_city
from tests.page_cache.conftest import _NeedsDatabase
from tests.page_cache.own_database import own_database


@pytest.fixture
def committed(
    request: pytest.FixtureRequest, django_db_blocker: Any, tmp_path: Path
) -> Iterator[None]:
    """The city of `tests.page_cache.city`; other processes and threads see what is written."""
    needs: Any = _NeedsDatabase()
    request.session.items.append(needs)
    request.getfixturevalue("django_db_setup")
    request.session.items.remove(needs)
    with django_db_blocker.unblock(), own_database(tmp_path):
        make_city()
        yield
