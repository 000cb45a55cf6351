"""What goes on by the clock: a reminder the day before, and what was needed until yesterday."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from wijkteams.initiatieven.hulp import mails
from wijkteams.initiatieven.hulp.asking import close
from wijkteams.initiatieven.hulp.counting import COUNTED
from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    Dienst,
    HulpAanbod,
    HulpVraag,
    Initiatief,
    Stap,
)


def tomorrow(now: datetime) -> QuerySet[Dienst]:
    """The times of tomorrow that nobody was reminded of, of what still goes on."""
    day = timezone.localdate(now) + timedelta(days=1)
    begin = timezone.make_aware(datetime.combine(day, time.min))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    rows = Dienst.objects.filter(begint__gte=begin, begint__lt=end, herinnerd_op=None)
    return rows.exclude(hulpvraag__initiatief__staat__in=AFGESLOTEN).filter(hulpvraag__is_open=True)


@task()
def remind_helpers() -> int:
    """Each morning; gives how many mails. A worker that is killed reminds nobody twice."""
    now = timezone.now()
    return sum(_remind(pk, now) for pk in list(tomorrow(now).values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int, now: datetime) -> int:
    if not Dienst.objects.filter(pk=pk, herinnerd_op=None).update(herinnerd_op=now):
        return 0
    dienst = Dienst.objects.get(pk=pk)
    rows = HulpAanbod.objects.filter(diensten=dienst, staat__in=COUNTED, bevestigd_op__isnull=False)
    helpers = list(rows.exclude(email="").select_related("hulpvraag__initiatief__wijk"))
    for aanbod in helpers:
        mails.remind(aanbod, dienst)
    return len(helpers)


@task()
def close_past_needs() -> int:
    """Each night: what was needed until yesterday is closed, and its helpers' term begins."""
    rows = HulpVraag.objects.filter(is_open=True, tot__lt=timezone.localdate())
    past = list(rows)
    for vraag in past:
        close(vraag)
    return len(past)


@task()
def thank_helpers(stap: int) -> int:
    """An initiative ended: all who help hear so, with the sentence; gives how many."""
    step = Stap.objects.select_related("initiatief").filter(pk=stap).first()
    if step is None or step.initiatief.staat not in AFGESLOTEN:
        return 0
    rows = HulpAanbod.objects.filter(
        hulpvraag__initiatief=step.initiatief, staat__in=COUNTED, bevestigd_op__isnull=False
    )
    told: set[str] = set()
    with transaction.atomic():
        for aanbod in rows.exclude(email="").select_related("hulpvraag__initiatief__wijk"):
            if aanbod.email.lower() not in told:
                told.add(aanbod.email.lower())
                mails.tell_helper(aanbod, "over", zin=step.zin)
    return len(told)


def stepped(initiatief: Initiatief, stap: Stap, **kwargs: Any) -> None:
    """The worker writes the mails."""
    if stap.naar in AFGESLOTEN:
        thank_helpers.enqueue(stap=stap.pk)
