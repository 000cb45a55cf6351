"""One moment of the database, however long reading it takes and whatever is written meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from core.backup.problems import BackupError


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """A connection that keeps seeing the database as it is now, and writes nothing.

    SQLite in WAL mode and PostgreSQL let others write meanwhile. A caller who is in a transaction
    already (a test) sees its own moment.
    """
    if connection.in_atomic_block:
        yield connection
        return
    own = connection.copy()
    try:
        _begin(own)
        yield own
    finally:
        own.close()


def _begin(own: BaseDatabaseWrapper) -> None:
    if own.vendor == "sqlite":
        own.ensure_connection()
        with own.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON")
            cursor.execute("BEGIN DEFERRED")
            cursor.execute("SELECT count(*) FROM django_migrations")  # the moment begins here
        return
    if own.vendor != "postgresql":
        raise BackupError(f"No backup of {own.vendor} databases.")
    own.settings_dict.setdefault("OPTIONS", {}).pop("pool", None)
    own.ensure_connection()
    own.set_autocommit(False)
    with own.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT count(*) FROM django_migrations")
