"""Ordering paper, and making it in the worker: no request waits for Typst."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task

from core.pdf import PdfError, render
from wijkteams.activiteiten.drukwerk.month import month_of
from wijkteams.activiteiten.drukwerk.poster import poster_of
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Drukwerk, Keer
from wijkteams.activiteiten.models.drukwerk import KEPT, title_of

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.activiteiten.drukwerk.sheet import Sheet

HERE = Path(__file__).parent / "typst"
SOURCES = {
    Drukwerk.Soort.POSTER.value: HERE / "poster.typ",
    Drukwerk.Soort.AGENDA.value: HERE / "maand.typ",
}
logger = logging.getLogger(__name__)


def order_poster(page: ActiviteitPage, keer: Keer | None = None, *, by: User) -> Drukwerk:
    """Have a poster made of what is published."""
    return _order(
        by,
        soort=Drukwerk.Soort.POSTER,
        page=page,
        keer=keer,
        wijk_id=page.wijk_id,
        title=title_of(page, None, ""),
    )


def order_agenda(agenda: AgendaPage, month: date, *, by: User) -> Drukwerk:
    """Have the agenda of a month made."""
    wijk = agenda.wijk
    month = month.replace(day=1)
    return _order(
        by,
        soort=Drukwerk.Soort.AGENDA,
        agenda=agenda,
        month=month,
        wijk_id=agenda.wijk_id,
        title=title_of(None, month, wijk.name if wijk else agenda.title),
    )


@transaction.atomic
def _order(by: User, **values: Any) -> Drukwerk:
    row = Drukwerk.objects.create(made_by=by, **values)
    make.enqueue(row.pk)
    return row


@task()
def make(pk: int) -> None:
    """Make the PDF of a row. Comes a second time, or when it is gone: does nothing."""
    row = Drukwerk.objects.filter(pk=pk, stand=Drukwerk.Stand.WACHT).first()
    if row is None:
        return
    try:
        sheet = _sheet_of(row)
        pdf = render(SOURCES[row.soort], sheet.data, sheet.files)
    except (PdfError, ObjectGoneError):
        logger.exception("drukwerk %s", pk)
        row.stand = Drukwerk.Stand.MISLUKT
        row.save(update_fields=["stand"])
        return
    row.file.save("blad.pdf", ContentFile(pdf), save=False)
    row.stand = Drukwerk.Stand.KLAAR
    row.save(update_fields=["file", "stand"])


class ObjectGoneError(Exception):
    """What was to be printed is not public any more."""


def _sheet_of(row: Drukwerk) -> Sheet:
    page: Any = row.page or row.agenda
    if page is None or not page.live:
        raise ObjectGoneError
    build: Callable[[], Sheet] = (
        (lambda: poster_of(page, row.keer))
        if row.soort == Drukwerk.Soort.POSTER
        else (lambda: month_of(page, row.month or timezone.localdate().replace(day=1)))
    )
    with translation.override(page.locale.language_code):
        return build()


@task(priority=-5)
def purge_drukwerk() -> int:
    """Files of more than 30 days old go, and with them the rows."""
    old = Drukwerk.objects.filter(created_at__lt=timezone.now() - KEPT)
    for row in old:
        row.delete()
    return len(old)
