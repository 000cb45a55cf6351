"""Ordering a file, and making it in the worker: a hundred thousand answers take a minute.

Killed half-way, nothing is left of it, and the worker that takes over begins again (R-37).
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task

from core.exports.book import write_book
from core.exports.files import csv_lines
from core.exports.ledger import Ledger
from enquetes.models import Enquete, Uitvoer
from enquetes.models.uitvoer import KEPT
from enquetes.uitvoer.access import may_take
from enquetes.uitvoer.codebook import Codebook, codebook_of
from enquetes.uitvoer.lines import lines_of, put_aside

if TYPE_CHECKING:
    from accounts.models import User

Soort, Stand = Uitvoer.Soort, Uitvoer.Stand
logger = logging.getLogger(__name__)


@transaction.atomic
def order(enquete: Enquete, soort: str, *, by: User, with_names: bool = False) -> Uitvoer:
    """Have the answers put in a file. Asks no rights: the screen does, and so does the task."""
    row = Uitvoer.objects.create(
        enquete=enquete,
        wijk_id=enquete.wijk_id,
        soort=soort,
        met_namen=with_names and not enquete.is_anoniem,
        made_by=by,
    )
    make.enqueue(row.pk)
    return row


@task(priority=-5)
def make(pk: int) -> None:
    """Make the file of a row. Comes a second time, or when it is gone: does nothing."""
    rows = Uitvoer.objects.select_related("enquete", "made_by")
    row = rows.filter(pk=pk, stand=Stand.WACHT).first()
    if row is None:
        return
    if not may_take(row.made_by, row.enquete):
        _now(row, stand=Stand.MISLUKT)
        return
    try:
        with translation.override("nl"), tempfile.TemporaryFile() as file:
            write(row, file)
            file.seek(0)
            row.file.save(f"antwoorden.{row.soort}", File(file), save=False)
    except Exception:
        _now(row, stand=Stand.MISLUKT)
        raise
    if not _now(row, stand=Stand.KLAAR, file=row.file.name):
        row.file.delete(save=False)  # dropped meanwhile, or another worker was faster


def write(row: Uitvoer, file: IO[bytes]) -> None:
    """All answers into `file`, and the line in the log of who saw what."""
    book = codebook_of(row.enquete, with_names=row.met_namen)
    aside = put_aside(row.enquete, with_names=row.met_namen)
    try:
        _now(row, gedaan=0, totaal=aside.count)
        lines = lines_of(aside, book, row.enquete, lambda number: _progress(row, number))
        logged = Ledger(row.made_by, f"Antwoorden: {row.enquete}").along(lines)
        _write(row.soort, book, logged, file)
    finally:
        aside.close()


def _write(soort: str, book: Codebook, lines: Iterable[list[Any]], file: IO[bytes]) -> None:
    table = _with_heading(book.heading(), lines)
    if soort == Soort.CSV:
        file.writelines(csv_lines(table))
    else:
        write_book([("Antwoorden", table), ("Codeboek", book.lines())], file)


def _with_heading(heading: list[str], lines: Iterable[list[Any]]) -> Iterator[list[Any]]:
    yield heading
    yield from lines


def _progress(row: Uitvoer, number: int) -> None:
    _now(row, gedaan=number)


def _now(row: Uitvoer, **values: Any) -> int:
    """Only while it waits: what somebody dropped stays dropped."""
    return Uitvoer.objects.filter(pk=row.pk, stand=Stand.WACHT).update(**values)


@task(priority=-5)
def purge_uitvoer() -> int:
    """Files of more than seven days old go; and all of a survey whose answers themselves went."""
    today = timezone.localdate()
    rows = Uitvoer.objects.all()
    old = rows.filter(created_at__lte=timezone.now() - KEPT)
    past = rows.filter(enquete__bewaard_tot__lte=today)
    found = (old | past).distinct()
    for row in found:
        row.delete()
    return len(found)
