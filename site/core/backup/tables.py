"""Which tables travel, and how their rows are read, counted, compared and written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from core.backup import columns

FETCH = 500
# Each kind of database has a search index of its own, which is made anew from the pages.
MADE_ANEW = frozenset({"wagtailsearch", "modelsearch"})
Row = list[Any]
Model = type[models.Model]


def is_travelling(model: Model) -> bool:
    """Whether it has a table of its own, with something of the city in it."""
    meta = model._meta
    if meta.app_label in MADE_ANEW or getattr(model, "made_anew", False):
        return False
    return bool(meta.managed and not meta.proxy)


def travelling_models() -> list[Model]:
    """All models with a table that belongs in an archive, by table."""
    found = {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if is_travelling(model)
    }
    return [model for _table, model in sorted(found.items())]


@dataclass
class Table:
    """The columns of one table as they travel, in a fixed order."""

    name: str
    fields: list[columns.Field]

    @property
    def column_names(self) -> list[str]:
        """As the database knows them."""
        return [str(found.column) for found in self.fields]


def table_of(model: Model, names: list[str] | None = None) -> Table:
    """The table of a model; with only these columns, if an archive names fewer."""
    found = [f for f in model._meta.local_concrete_fields if not f.generated]
    by_name = {str(f.column): f for f in found}
    chosen = sorted(by_name) if names is None else names
    return Table(model._meta.db_table, [by_name[name] for name in chosen])


@dataclass
class Tally:
    """How many rows, and a hash of them all that does not depend on their order."""

    table: Table
    rows: int = 0
    _sum: int = field(default=0, repr=False)

    def add(self, row: Row) -> None:
        """Count a row. A sum, not an exclusive or: two equal rows must not cancel each other."""
        pairs = zip(self.table.fields, row, strict=True)
        plain = [columns.canonical(column, value) for column, value in pairs]
        text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        self._sum = (self._sum + int.from_bytes(digest, "big")) % 2**256
        self.rows += 1

    def outcome(self) -> dict[str, Any]:
        """As it stands in the manifest."""
        return {"rijen": self.rows, "hash": f"{self._sum:064x}"}


def read_rows(connection: BaseDatabaseWrapper, table: Table) -> Iterator[Row]:
    """All rows, a few at a time."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name in table.column_names)
    packers = [columns.packer(found) for found in table.fields]
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM {quote(table.name)}")  # noqa: S608
        while rows := cursor.fetchmany(FETCH):
            for row in rows:
                yield [pack(value) for pack, value in zip(packers, row, strict=True)]


def write_rows(connection: BaseDatabaseWrapper, table: Table, rows: Iterable[Row]) -> None:
    """Put rows in, as they are: no signals, no defaults."""
    quote = connection.ops.quote_name
    names = ", ".join(quote(name) for name in table.column_names)
    marks = ", ".join(["%s"] * len(table.fields))
    unpackers = [columns.unpacker(found, connection) for found in table.fields]
    values = [[unpack(value) for unpack, value in zip(unpackers, row, strict=True)] for row in rows]
    sql = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)


def tally_of(connection: BaseDatabaseWrapper, table: Table) -> dict[str, Any]:
    """Count and hash of what stands in the database now."""
    tally = Tally(table)
    for row in read_rows(connection, table):
        tally.add(row)
    return tally.outcome()
