"""The city and the ward that most tests begin with: opened once, and then put back row by row.

Opening them takes an eighth of a second of processor time, and three thousand tests ask for it. So
the rows that it wrote are remembered, and laid into the database of the next test. When a test has
its own clock, no transaction, or a database that already holds something else, it is really opened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from time_machine import escape_hatch

Row = tuple[Any, ...]


@dataclass
class Table:
    """What was written in one table."""

    name: str
    columns: list[str]
    key: int
    "Which column is the primary key."
    before: tuple[int, Any]
    "How many rows there were, and the highest key."
    old: list[Row] = field(default_factory=list)
    "What stood in the rows that changed."
    changed: list[Row] = field(default_factory=list)
    new: list[Row] = field(default_factory=list)

    def is_as_before(self) -> bool:
        """Whether the table holds what it held when the rows were written."""
        key = self.columns[self.key]
        return state_of(self.name, key) == self.before and all(
            _row(self.name, key, row[self.key]) == row for row in self.old
        )

    def put_back(self) -> None:
        """Write the rows once more."""
        quote = connection.ops.quote_name
        names = [quote(column) for column in self.columns]
        marks = ", ".join(["%s"] * len(names))
        insert = f"INSERT INTO {quote(self.name)} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
        settings = ", ".join(f"{name} = %s" for name in names)
        update = f"UPDATE {quote(self.name)} SET {settings} WHERE {names[self.key]} = %s"  # noqa: S608
        with connection.cursor() as cursor:
            for row in self.changed:
                cursor.execute(update, (*row, row[self.key]))
            cursor.executemany(insert, self.new)


_KEPT: dict[str, list[Table]] = {}


def kept(name: str, build: Callable[[], object]) -> None:
    """Do what `build` does, by its rows when they are known; `name` says what it is."""
    if escape_hatch.is_travelling() or not connection.in_atomic_block:
        build()
    elif name not in _KEPT:
        _KEPT[name] = rows_of(build)
    elif all(table.is_as_before() for table in _KEPT[name]):
        for table in _KEPT[name]:
            table.put_back()
    else:
        build()


def rows_of(build: Callable[[], object]) -> list[Table]:
    """Do it, and give what it wrote."""
    before = _everything()
    build()
    return [
        _difference(name, before[name], rows)
        for name, rows in _everything().items()
        if rows != before[name]
    ]


def state_of(name: str, key: str) -> tuple[int, Any]:
    """How many rows a table has, and the highest key."""
    quote = connection.ops.quote_name
    # PostgreSQL knows no highest UUID.
    highest = f"MAX(CAST({quote(key)} AS VARCHAR(40)))"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*), {highest} FROM {quote(name)}")  # noqa: S608
        found: tuple[int, Any] = cursor.fetchone()
    return found


def _row(name: str, key: str, value: Any) -> Row | None:
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quote(name)} WHERE {quote(key)} = %s", [value])  # noqa: S608
        found: Row | None = cursor.fetchone()
    return found


def _everything() -> dict[str, dict[Any, Row]]:
    with connection.cursor() as cursor:
        # The words of the search of SQLite follow their rows by themselves.
        names = [
            name for name in connection.introspection.table_names(cursor) if "_fts" not in name
        ]
        found: dict[str, dict[Any, Row]] = {}
        for name in names:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")  # noqa: S608
            columns = [one[0] for one in cursor.description]
            rows = cursor.fetchall()
            key = _key_of(cursor, name, columns)
            found[name] = {row[key]: row for row in rows}
    return found


def _key_of(cursor: Any, name: str, columns: list[str]) -> int:
    key = connection.introspection.get_primary_key_column(cursor, name)
    return columns.index(key) if key in columns else 0


def _difference(name: str, before: dict[Any, Row], after: dict[Any, Row]) -> Table:
    assert not before.keys() - after.keys(), f"{name} lost rows: those cannot be put back"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)} LIMIT 1")  # noqa: S608
        columns = [one[0] for one in cursor.description]
        key = _key_of(cursor, name, columns)
    highest = max((str(one) for one in before), default=None)
    table = Table(name, columns, key, (len(before), highest))
    for one, row in after.items():
        if one not in before:
            table.new.append(row)
        elif before[one] != row:
            table.old.append(before[one])
            table.changed.append(row)
    return table
