"""What somebody has who took a copy of the whole database."""

from __future__ import annotations

from typing import Any

from django.db import connection

Row = tuple[Any, ...]


def tables() -> list[str]:
    """All tables, also those of the queue and of sessions."""
    return connection.introspection.table_names()


def rows_of(table: str) -> list[Row]:
    """All rows of a table in the order in which they lie on the disk."""
    return _read(table, "ORDER BY " + ("rowid" if connection.vendor == "sqlite" else "ctid"))


def whole_dump() -> dict[str, str]:
    """The text of every table."""
    return {table: repr([_readable(row) for row in _read(table)]) for table in tables()}


def columns_of(table: str) -> list[str]:
    """The names of its columns."""
    with connection.cursor() as cursor:
        return [one.name for one in connection.introspection.get_table_description(cursor, table)]


def _read(table: str, order: str = "") -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" {order}')  # noqa: S608 - own names
        return list(cursor.fetchall())


def _readable(row: Row) -> Row:
    return tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)
