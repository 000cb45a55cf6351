"""A kept test database is never an old one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.kept_database import apps, name_of_kept


@pytest.mark.django_db
def test_every_migration_of_today_is_in_it() -> None:
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


def test_another_migration_gives_another_name(tmp_path: Path) -> None:
    (tmp_path / "migrations").mkdir()
    one = tmp_path / "migrations" / "0001_initial.py"
    app = SimpleNamespace(label="a", path=str(tmp_path))
    names = []
    with patch.object(apps, "get_app_configs", lambda: [app]):
        for text in ("operations = []", "operations = []", "operations = [1]"):
            one.write_text(text)
            names.append(name_of_kept())
        (tmp_path / "migrations" / "0002_more.py").write_text("")
        names.append(name_of_kept())

    assert names[0] == names[1]
    assert len(set(names)) == 3


def test_another_database_gives_another_name() -> None:
    names = {
        name_of_kept(),
        name_of_kept("postgresql 18", "sql"),
        name_of_kept("postgresql 19", "sql"),
    }

    assert len(names) == 3
