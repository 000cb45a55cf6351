"""Many rows into one table, with the defaults of its model."""

from __future__ import annotations

from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, Model

BATCH = 5_000


class Rows:
    """Rows of a model's own table (of a page: of the child's table), written in batches.

    What is the same in all rows is prepared for the database once; that is what makes it fast.
    """

    def __init__(self, model: type[Model], **same: Any) -> None:
        self.model = model
        self.fields = {f.attname: f for f in model._meta.local_concrete_fields if f.column}
        example = model(**same)
        self.defaults = {name: self._prepared(name, getattr(example, name)) for name in self.fields}
        self.rows: list[tuple[Any, ...]] = []

    def add(self, **values: Any) -> None:
        """One more row; written when there are enough of them."""
        row = {**self.defaults, **{name: self._prepared(name, v) for name, v in values.items()}}
        self.rows.append(tuple(row.values()))
        if len(self.rows) >= BATCH:
            self.write()

    def write(self) -> None:
        """Write what waits. Rows without a number get one from the database, as always."""
        quote, rows, fields = connection.ops.quote_name, self.rows, list(self.fields.values())
        if rows and fields[0] is self.model._meta.auto_field and rows[0][0] is None:
            fields, rows = fields[1:], [row[1:] for row in rows]
        columns = ", ".join(quote(field.column) for field in fields)
        marks = ", ".join(["%s"] * len(fields))
        table = quote(self.model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608
        self.rows = []

    def _prepared(self, name: str, value: Any) -> Any:
        return self.fields[name].get_db_prep_save(value, connection)


def next_id(model: type[Model]) -> int:
    """The first number that no row has."""
    return (model._base_manager.aggregate(last=Max("pk"))["last"] or 0) + 1


def mind_sequences(*models: type[Model]) -> None:
    """Let PostgreSQL know which numbers are taken."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def analyze() -> None:
    """Let the database look at its tables, as it does by itself in real life."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
