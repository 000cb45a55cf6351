"""What a database still holds after a row was deleted."""

from __future__ import annotations

from django.db import connection

_INDEXES = "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'"


def merge_search_index() -> None:
    """SQLite's search index marks words as deleted, and drops them only when it is merged."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(_INDEXES)
        for (name,) in cursor.fetchall():
            cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608


def forget_deleted_bytes() -> None:
    """Outside any transaction: SQLite's journal keeps old pages until it is emptied, PostgreSQL
    keeps old versions of rows until it is vacuumed. What SQLite deletes it zeroes by itself
    (secure_delete)."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        elif connection.vendor == "postgresql":
            cursor.execute("VACUUM")
