"""Purging, exporting and erasing, over everything that is declared."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from core.models.wislog import Wislog
from core.privacy.person import find_person
from core.privacy.register import processings

Report = dict[str, int]


def purge(now: datetime, *, dry_run: bool = False) -> Report:
    """Remove all that was kept long enough; each processing in its own transaction.

    Running it twice, or again after it was stopped half-way, is the same as running it once.
    """
    report: Report = {}
    for processing in processings():
        if processing.purge is None:
            continue
        with transaction.atomic():
            report[processing.key] = processing.purge(now)
            _write_log(processing.key, report[processing.key])
            if dry_run:
                transaction.set_rollback(True)
    return report


def erase_person(email: str, *, dry_run: bool = False) -> Report:
    """Remove everything about a person, or nothing at all if something fails.

    What they wrote for everybody stays, without their name.
    """
    person = find_person(email)
    report: Report = {}
    with transaction.atomic():
        for processing in processings():
            if processing.erase is not None:
                report[processing.key] = processing.erase(person)
                _write_log(processing.key, report[processing.key])
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        cache.clear()
        _forget_journal()
    return report


def export_person(email: str) -> dict[str, Any]:
    """All that is kept about a person, ready for JSON."""
    person = find_person(email)
    found = [
        {"verwerking": str(processing.title), "gegevens": rows}
        for processing in processings()
        if processing.export is not None and (rows := processing.export(person))
    ]
    return {"e-mailadres": person.email, "gemaakt": timezone.now().isoformat(), "gevonden": found}


def _write_log(key: str, count: int) -> None:
    if count:
        Wislog.objects.create(processing=key, count=count)


def _forget_journal() -> None:
    """SQLite keeps old pages in its journal until it is emptied."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
