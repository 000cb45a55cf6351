"""Having forms printed: ordered by a volunteer, made by the worker. No request waits for Typst."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core.pdf import PdfError
from enquetes.models import Enquete, Formulierdruk, Versie
from enquetes.papier.pdf import bytes_of

if TYPE_CHECKING:
    from accounts.models import User

KEPT = timedelta(days=30)
MOST = 500
logger = logging.getLogger(__name__)


@transaction.atomic
def order(
    enquete: Enquete,
    versie: Versie,
    *,
    language: str,
    groot: bool,
    aantal: int,
    vanaf: int,
    by: User,
) -> Formulierdruk:
    """Have copies made, each with its number; `aantal` 0: one without a number, to be copied."""
    row = Formulierdruk.objects.create(
        enquete=enquete,
        versie=versie,
        language=language,
        groot=groot,
        aantal=min(aantal, MOST),
        vanaf=vanaf,
        made_by=by,
    )
    make.enqueue(row.pk)
    return row


@task()
def make(pk: int) -> None:
    """Make the PDF of a row. Comes a second time, or when it is gone: does nothing."""
    rows = Formulierdruk.objects.select_related("versie__enquete__wijk")
    row = rows.filter(pk=pk, stand=Formulierdruk.Stand.WACHT).first()
    if row is None:
        return
    numbers = range(row.vanaf, row.vanaf + row.aantal)
    try:
        pdf = bytes_of(row.versie, row.language, groot=row.groot, nummers=numbers)
    except PdfError:
        logger.exception("formulierdruk %s", pk)
        row.stand = Formulierdruk.Stand.MISLUKT
        row.save(update_fields=["stand"])
        return
    row.file.save("formulier.pdf", ContentFile(pdf), save=False)
    row.stand = Formulierdruk.Stand.KLAAR
    row.save(update_fields=["file", "stand"])


@task(priority=-5)
def purge_druk() -> int:
    """Files of more than 30 days old go, and with them the rows."""
    old = Formulierdruk.objects.filter(created_at__lt=timezone.now() - KEPT)
    for row in old:
        row.delete()
    return len(old)
