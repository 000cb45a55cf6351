"""The last number each table gave out. A number that was used never comes back for another row."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from core.backup.tables import Model

Counters = dict[str, int]


def _number_field(model: Model) -> models.Field[Any, Any] | None:
    key = model._meta.pk
    return key if isinstance(key, models.AutoField) and not key.is_relation else None


def read_counters(connection: BaseDatabaseWrapper, found: list[Model]) -> Counters:
    """By table; only tables that number their rows."""
    read = _read_sqlite if connection.vendor == "sqlite" else _read_postgres
    return read(connection, [model for model in found if _number_field(model)])


def _read_sqlite(connection: BaseDatabaseWrapper, found: list[Model]) -> Counters:
    tables = {model._meta.db_table for model in found}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, seq FROM sqlite_sequence")
        return {name: seq for name, seq in cursor.fetchall() if seq and name in tables}


def _sequence(connection: BaseDatabaseWrapper, model: Model) -> tuple[str, list[str]]:
    quote = connection.ops.quote_name
    column = _number_field(model)
    assert column is not None  # noqa: S101
    return "pg_get_serial_sequence(%s, %s)", [quote(model._meta.db_table), str(column.column)]


def _read_postgres(connection: BaseDatabaseWrapper, found: list[Model]) -> Counters:
    counters: Counters = {}
    with connection.cursor() as cursor:
        for model in found:
            name, params = _sequence(connection, model)
            cursor.execute(f"SELECT pg_sequence_last_value({name}::regclass)", params)
            last = cursor.fetchone()[0]
            if last:
                counters[model._meta.db_table] = last
    return counters


def write_counters(connection: BaseDatabaseWrapper, found: list[Model], counters: Counters) -> None:
    """Let each table go on where it was, and never below the highest row it has."""
    write = _write_sqlite if connection.vendor == "sqlite" else _write_postgres
    with connection.cursor() as cursor:
        for model in found:
            if _number_field(model):
                write(connection, cursor, model, counters.get(model._meta.db_table, 0))


def _write_sqlite(_connection: Any, cursor: Any, model: Model, last: int) -> None:
    table = model._meta.db_table
    cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [table])
    highest = max(last, cursor.fetchone()[0] or 0)
    cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
    if highest:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, highest])


def _write_postgres(connection: BaseDatabaseWrapper, cursor: Any, model: Model, last: int) -> None:
    quote = connection.ops.quote_name
    column = _number_field(model)
    assert column is not None  # noqa: S101
    table, number = quote(model._meta.db_table), quote(str(column.column))
    name, params = _sequence(connection, model)
    cursor.execute(f"SELECT max({number}) FROM {table}")  # noqa: S608
    highest = max(last, cursor.fetchone()[0] or 0)
    if highest:
        cursor.execute(f"SELECT setval({name}, %s)", [*params, highest])
