"""Nothing came back for two weeks: the partner is reminded, once (requirement G8)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from wijkteams.signalen.models import Doorzending
from wijkteams.signalen.partners import mails
from wijkteams.signalen.partners.services import GOOD_FOR

AFTER = timedelta(days=14)


def due(now: datetime) -> QuerySet[Doorzending]:
    """What waits for an answer, and was not reminded of."""
    return Doorzending.objects.filter(
        stand=Doorzending.Stand.VERSTUURD,
        weg=Doorzending.Weg.MAIL,
        herinnerd_op=None,
        verstuurd_op__lte=now - AFTER,
        verstuurd_op__gt=now - GOOD_FOR,
    )


@task()
def remind_partners() -> int:
    """Each morning; gives how many were reminded. A worker that is killed reminds nobody twice."""
    now = timezone.now()
    return sum(_remind(pk, now) for pk in list(due(now).values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int, now: datetime) -> int:
    if not due(now).filter(pk=pk).update(herinnerd_op=now):
        return 0
    rows = Doorzending.objects.select_related("signaal__wijk", "organisatie")
    mails.remind(rows.get(pk=pk))
    return 1
