"""The empty test database, made once by the migrations and then copied.

The migrations of Wagtail and ours take half a minute of processor time, and every run of the
tests needs what they make. It is kept in var/, under a name that says of which migrations and
which packages it came: change one of those, and it is made anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import connection

FOLDER = Path(__file__).parents[1] / "var" / "test-databases"
A_WEEK = 7 * 24 * 3600


def name_of_kept(database: str = sqlite3.sqlite_version, ending: str = "sqlite3") -> str:
    """Another name when a migration, a package or the database itself is another."""
    found = hashlib.sha256(f"{sys.version} {database}".encode())
    for package in sorted(f"{one.name} {one.version}" for one in distributions()):
        found.update(package.encode())
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        for path in sorted((Path(app.path) / "migrations").glob("*.py")):
            found.update(f"{app.label} {path.name}".encode() + path.read_bytes())
    return f"{found.hexdigest()[:24]}.{ending}"


@contextmanager
def kept_database() -> Iterator[None]:
    """Within this, Django makes the test database from the copy; what is missing it still does."""
    if connection.vendor == "sqlite":
        create = _create
    else:
        from tests.kept_postgres import create
    make = connection.creation.create_test_db
    with patch.object(connection.creation, "create_test_db", lambda **how: create(make, how)):
        yield


def lay_ready(folder: Path) -> None:
    """What the migrations would make, for a site that is about to start in this folder.

    It still looks at them. That they make it all from nothing is tried by `.ci/smoke.py`.
    """
    kept = FOLDER / name_of_kept()
    if kept.exists():
        shutil.copy(kept, folder / "db.sqlite3")


@contextmanager
def alone() -> Iterator[None]:
    """Who comes second waits for the first, and copies."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def being_made(kept: Path) -> Iterator[Path]:
    """Where it is written until it is whole; what nobody asked for in a week goes."""
    half = kept.with_suffix(".half")
    half.unlink(missing_ok=True)
    yield half
    half.rename(kept)
    for old in FOLDER.glob("*.sql*"):
        if time.time() - old.stat().st_mtime > A_WEEK:
            old.unlink()


def _create(make: Callable[..., str], how: dict[str, Any]) -> str:
    kept = FOLDER / name_of_kept()
    with alone():
        if not kept.exists():
            return _make_and_keep(make, how, kept)
        # In memory it lasts as long as somebody is connected.
        target = sqlite3.connect(connection.creation._get_test_db_name(), uri=True)
        source = sqlite3.connect(kept)
        source.backup(target)
        source.close()
    made = make(**how)  # migrates what is not there yet: nothing
    target.close()
    return made


def _make_and_keep(make: Callable[..., str], how: dict[str, Any], kept: Path) -> str:
    made = make(**how)
    connection.ensure_connection()
    with being_made(kept) as half:
        target = sqlite3.connect(half)
        connection.connection.backup(target)
        target.close()
    return made
