"""The demo city, for the files that look at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests.home.demo_city import loaded


@pytest.fixture(scope="module")
def told(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """What `laad_demo` said; the city is there for all tests of the file, and away after them."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with django_db_blocker.unblock(), loaded(shared, tmp_path_factory.mktemp("demo")) as said:
        yield said
