"""A new database beside the one in use, and the swap: at every moment one of them is whole.

SQLite: another file, put in place of the old one. PostgreSQL: another schema, whose tables take
the place of the old ones in one transaction; no rights beyond those of the site are needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _

from core.backup.problems import BackupError

BESIDE = "herstel"
SIDE_FILES = ("", "-wal", "-shm", "-journal")


@contextmanager
def database_beside() -> Iterator[None]:
    """Inside, the site's connection is that of a new, empty database; it is kept for `swap`."""
    before = dict(connection.settings_dict)
    _drop_half_made()
    _disconnect()
    try:
        if connection.vendor == "sqlite":
            connection.settings_dict["NAME"] = str(_file_beside(Path(before["NAME"])))
        else:
            connection.settings_dict["OPTIONS"] = _searching(before.get("OPTIONS", {}), BESIDE)
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE SCHEMA {BESIDE}")
        yield
    finally:
        _disconnect()
        connection.settings_dict.update(before)


def _searching(options: dict[str, Any], schema: str) -> dict[str, Any]:
    plain = {key: value for key, value in options.items() if key != "pool"}
    said = f"{plain.get('options', '')} -c search_path={schema}".strip()
    return {**plain, "options": said}


def _disconnect() -> None:
    """Also from the pool: it would hand out connections to the other database."""
    connection.close()
    if connection.vendor == "postgresql":
        with suppress(KeyError):
            connection.close_pool()  # type: ignore[attr-defined]


def _file_beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.{BESIDE}")


def _drop_half_made() -> None:
    """What an earlier try left behind."""
    if connection.vendor == "sqlite":
        beside = _file_beside(Path(connection.settings_dict["NAME"]))
        for end in SIDE_FILES:
            beside.with_name(beside.name + end).unlink(missing_ok=True)
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {BESIDE} CASCADE")


def swap() -> None:
    """Put the database beside in the place of the one in use."""
    if connection.vendor == "sqlite":
        _swap_files(Path(connection.settings_dict["NAME"]))
    else:
        _swap_tables()


def _swap_files(path: Path) -> None:
    """The old one goes into rest first: a journal of it must not be read into the new one."""
    if path.exists():
        must_be_at_rest()
        _file_beside(path).chmod(path.stat().st_mode & 0o777)
    connection.close()
    _file_beside(path).replace(path)


def must_be_at_rest() -> None:
    """SQLite leaves its journal only when nobody else has the file open: so it tells who runs."""
    if connection.vendor != "sqlite":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 2000")
            cursor.execute("PRAGMA journal_mode = DELETE")
    except DatabaseError as error:
        raise BackupError(_("De database is nog in gebruik. Stop eerst de site.")) from error
    finally:
        connection.close()


def _swap_tables() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        [here] = cursor.fetchone()
        quote = connection.ops.quote_name
        for table in _tables(cursor, here):
            cursor.execute(f"DROP TABLE {quote(here)}.{quote(table)} CASCADE")
        for table in _tables(cursor, BESIDE):
            cursor.execute(f"ALTER TABLE {BESIDE}.{quote(table)} SET SCHEMA {quote(here)}")
        cursor.execute(f"DROP SCHEMA {BESIDE} CASCADE")


def _tables(cursor: Any, schema: str) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s ORDER BY 1", [schema])
    return [name for (name,) in cursor.fetchall()]
