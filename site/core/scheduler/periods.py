"""Once per period, whoever asks."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from core.models.queue import Klokslag


def first_in_period(job: str, until: datetime) -> bool:
    """Whether nobody did this yet in the period that ends then; from now on somebody has.

    Compared for being another, not for being later: a clock that was wrong and is set right again
    must not silence a job.
    """
    if Klokslag.objects.filter(job=job).exclude(until=until).update(until=until):
        return True
    try:
        with transaction.atomic():
            return Klokslag.objects.get_or_create(job=job, defaults={"until": until})[1]
    except IntegrityError:  # another clock was first
        return False
