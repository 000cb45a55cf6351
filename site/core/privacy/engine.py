"""Purging, exporting and erasing, over everything that is declared."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from core.models.wislog import Wislog
from core.page_cache import drop_all
from core.privacy.bytes import forget_deleted_bytes, merge_search_index
from core.privacy.forgotten import remember
from core.privacy.person import Person, find_person
from core.privacy.register import Processing, processings
from core.search.vocabulary import forget as forget_words
from core.security.events import ERASED, EXPORTED, tell

Report = dict[str, int]


def purge(now: datetime, *, dry_run: bool = False, only: Collection[str] | None = None) -> Report:
    """Remove all that was kept long enough; each processing in its own transaction.

    `only`: the processings with these keys. Running it twice, or again after it was stopped
    half-way, is the same as running it once.
    """
    report: Report = {}
    for processing in processings():
        if processing.purge is None or (only is not None and processing.key not in only):
            continue
        with transaction.atomic():
            report[processing.key] = processing.purge(now)
            _write_log(processing.key, report[processing.key])
            if report[processing.key]:
                drop_all("what was kept long enough is gone")
            if dry_run:
                transaction.set_rollback(True)
    return report


def erase_person(email: str, *, also: Iterable[str] = (), dry_run: bool = False) -> Report:
    """Remove everything about a person, or nothing at all if something fails.

    What they wrote for everybody stays, without their name. `also`: how else they are named in
    texts, such as a telephone number.
    """
    person = find_person(email, also)
    report: Report = {}
    if not dry_run:
        remember(person)
    with transaction.atomic():
        for processing in processings():
            if processing.erase is not None:
                report[processing.key] = processing.erase(person)
                _write_log(processing.key, report[processing.key])
        drop_all("somebody was forgotten")
        if dry_run:
            transaction.set_rollback(True)
        else:
            forget_words(person.needles)
            merge_search_index()
    if not dry_run:
        cache.clear()
        forget_deleted_bytes()
        tell(ERASED, account=person.user_id, rows=sum(report.values()))
    return report


def export_person(email: str, also: Iterable[str] = ()) -> dict[str, Any]:
    """All that is kept about a person, ready for JSON."""
    person = find_person(email, also)
    found = [
        {"verwerking": str(processing.title), "gegevens": rows}
        for processing, rows in find_about(person)
    ]
    tell(EXPORTED, account=person.user_id, processings=len(found))
    return {"e-mailadres": person.email, "gemaakt": timezone.now().isoformat(), "gevonden": found}


def find_about(person: Person) -> list[tuple[Processing, list[dict[str, Any]]]]:
    """What each processing keeps about a person; those that keep nothing are left out."""
    return [
        (processing, rows)
        for processing in processings()
        if processing.export is not None and (rows := processing.export(person))
    ]


def files_of(person: Person) -> list[tuple[str, FieldFile]]:
    """The files that go along with an export."""
    found = [p.files(person) for p in processings() if p.files is not None]
    return [pair for pairs in found for pair in pairs]


def _write_log(key: str, count: int) -> None:
    if count:
        Wislog.objects.create(processing=key, count=count)
