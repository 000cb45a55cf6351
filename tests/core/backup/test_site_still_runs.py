"""A restore over a site that still runs is refused before anything is built (R-37)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from core.backup.beside import must_be_at_rest
from core.backup.problems import BackupError

pytestmark = pytest.mark.django_db


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site's connection is that of a SQLite file of our own."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL swaps in one transaction, whoever is there")
    path = tmp_path / "db.sqlite3"
    own = connection.copy()
    own.settings_dict["NAME"] = str(path)
    monkeypatch.setattr("core.backup.beside.connection", own)
    with own.cursor() as cursor:
        cursor.execute("CREATE TABLE stad (naam text)")
    own.close()
    return path


def test_file_that_another_has_open_is_refused(database: Path) -> None:
    other = sqlite3.connect(database)
    other.execute("SELECT * FROM stad").fetchall()

    with pytest.raises(BackupError, match="Stop eerst de site"):
        must_be_at_rest()

    other.close()
    must_be_at_rest()
