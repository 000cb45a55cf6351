"""What stays of a sending: numbers."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from nieuws.models import Editie, Zending
from nieuws.verzenden.progress import progress


def close_books(before: datetime) -> int:
    """Of editions that ended before then: keep the totals, remove the row of each reader.

    Gives how many rows went. For the purge (90 days: docs/beheer/persoonsgegevens.md).
    """
    rows = Zending.objects.filter(editie=OuterRef("pk"))
    ended = Editie.objects.filter(Exists(rows), finished_at__lt=before)
    return sum(_close(editie) for editie in ended)


def _close(editie: Editie) -> int:
    Editie.objects.filter(pk=editie.pk).update(totals=progress(editie).counts)
    return Zending.objects.filter(editie=editie).delete()[0]
