"""The way back: prove, build beside, compare, forget whom must be forgotten, swap."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.backup.beside import database_beside, must_be_at_rest, swap
from core.backup.counters import write_counters
from core.backup.files import kept_storages, put_back, stored_digest
from core.backup.problems import DamagedError, NotEqualError
from core.backup.reading import Contents, walk
from core.backup.tables import Model, Table, tally_of, write_rows
from core.backup.then import migrate_to, models_of, tables_of
from core.page_cache import drop_all
from core.privacy.engine import purge
from core.privacy.forgotten import Entry, forget_again

Tell = Callable[[str], None]


def restore(path: Path, key: bytes, contents: Contents, forgotten: list[Entry], tell: Tell) -> None:
    """Put a proven archive back. Until the swap nothing of the old database has changed.

    Files come first: a file without a row does no harm, a row without its file does.
    """
    must_be_at_rest()
    with database_beside():
        migrate_to(contents)
        models = models_of(contents)
        tables = tables_of(contents, models)
        _empty_all(models.values())
        with transaction.atomic():
            _without_checks()
            walk(
                path,
                key,
                on_rows=lambda name, rows: write_rows(connection, tables[name], rows),
                on_file=lambda kind, name, source: _put(contents, kind, name, source),
            )
        _check_links()
        write_counters(connection, list(models.values()), contents.manifest["tellers"])
        compare(contents, tables)
        tell(_("Alle tabellen en bestanden zijn gelijk aan de reservekopie."))
        finish(contents, forgotten, tell)
    swap()
    cache.clear()
    drop_all("another database")


def finish(contents: Contents, forgotten: list[Entry], tell: Tell) -> None:
    """Bring it to today: the newest form, nobody who was forgotten, nothing kept too long."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("update_index", verbosity=0)
    count = forget_again(forgotten, since=contents.head["gemaakt"])
    tell(_("Opnieuw vergeten: %(count)d mensen.") % {"count": count})
    purge(timezone.now())


def _empty_all(models: Iterable[Model]) -> None:
    """What migrations put in the new tables (a first page, permissions) stands in the archive."""
    found = [name for name in connection.introspection.table_names() if name != "django_migrations"]
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            names = ", ".join(quote(name) for name in found)
            cursor.execute(f"TRUNCATE {names} CASCADE")
            return
        cursor.execute("PRAGMA foreign_keys = OFF")
        for name in [*(model._meta.db_table for model in models), "wagtailsearch_indexentry"]:
            cursor.execute(f"DELETE FROM {quote(name)}")  # noqa: S608


def _without_checks() -> None:
    """Rows come table by table; whether all links lead somewhere is asked at the end."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _check_links() -> None:
    if connection.vendor == "sqlite":
        connection.check_constraints()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys = ON")


def _put(contents: Contents, kind: str, name: str, source: BinaryIO) -> None:
    storage = kept_storages().get(kind)
    if storage is None:
        raise DamagedError(_("Deze site kent de opslag '%(name)s' niet.") % {"name": kind})
    digest = contents.manifest["bestanden"][kind][name]["sha256"]
    if stored_digest(storage, name) != digest:
        put_back(storage, name, source, digest)


def compare(contents: Contents, tables: dict[str, Table]) -> None:
    """Every table's rows as they stand in the database now, against the manifest."""
    for name, table in tables.items():
        promised: dict[str, Any] = contents.manifest["tabellen"][name]
        found = tally_of(connection, table)
        if found != {"rijen": promised["rijen"], "hash": promised["hash"]}:
            raise NotEqualError(_("Tabel %(name)s is anders teruggekomen.") % {"name": name})
