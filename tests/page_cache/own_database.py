"""A copy of the test database that other processes can read and write as well."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

KEYS = ("NAME", "USER", "PASSWORD", "HOST", "PORT")


@contextmanager
def own_database(folder: Path) -> Iterator[dict[str, Any]]:
    """Work on the copy until the end of this; gives what another process must know of it.

    On SQLite: of the `db.sqlite3` that stands in the folder already, if there is one.
    """
    make = _copy_of_sqlite if connection.vendor == "sqlite" else _copy_of_postgresql
    with make(folder):
        yield {key: str(connection.settings_dict.get(key, "")) for key in KEYS}


@contextmanager
def _copy_of_sqlite(folder: Path) -> Iterator[None]:
    connection.ensure_connection()
    before, name = connection.connection, connection.settings_dict["NAME"]
    path = folder / "db.sqlite3"
    if not path.exists():
        with sqlite3.connect(path) as copy:
            before.backup(copy)
        copy.close()
    connection.connection = None
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = name, before


@contextmanager
def _copy_of_postgresql(folder: Path) -> Iterator[None]:
    name = connection.settings_dict["NAME"]
    copy = f"{name}_pages"
    connection.close()
    _on_server(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
    _on_server(f'CREATE DATABASE "{copy}" TEMPLATE "{name}"')
    connection.settings_dict["NAME"] = copy
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
        _on_server(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


def _on_server(sql: str) -> None:
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(sql)
