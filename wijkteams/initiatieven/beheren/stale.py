"""No sign of life for 60 days: a friendly mail with three buttons; 30 days later the team calls."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django_tasks import task

from wijkteams.initiatieven.beheren import mails
from wijkteams.initiatieven.mailing import reachable
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer

if TYPE_CHECKING:
    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet

SILENT = timedelta(days=60)
NO_ANSWER = timedelta(days=30)


def due(now: datetime) -> InitiatiefQuerySet:
    """Initiatives of which nobody heard, and that were not asked."""
    rows = Initiatief.objects.openbaar().lopend()
    return rows.filter(laatste_teken__lte=now - SILENT, gevraagd_op=None)


def silent(user: Any, now: datetime | None = None) -> InitiatiefQuerySet:
    """Those that the team of this user should call: no answer, or nobody to mail."""
    now = now or timezone.now()
    people = Initiatiefnemer.objects.filter(
        initiatief=OuterRef("pk"), gestopt_op=None, bevestigd_op__isnull=False
    ).exclude(email="")
    no_answer = Q(gevraagd_op__lte=now - NO_ANSWER)
    nobody = Q(laatste_teken__lte=now - SILENT) & ~Exists(people)
    rows: Any = Initiatief.objects.visible_to(user).openbaar().lopend()
    found: InitiatiefQuerySet = rows.filter(no_answer | nobody).order_by("laatste_teken", "pk")
    return found


@task()
def ask_if_going_on() -> int:
    """Each morning; gives how many mails. A worker that is killed asks nobody twice."""
    now = timezone.now()
    return sum(_ask(pk, now) for pk in list(due(now).values_list("pk", flat=True)))


@transaction.atomic
def _ask(pk: int, now: datetime) -> int:
    initiatief = Initiatief.objects.locked(pk)
    people = reachable(initiatief)
    if not people or not due(now).filter(pk=pk).update(gevraagd_op=now):
        return 0
    for nemer in people:
        mails.ask_if_going_on(nemer, initiatief)
    return len(people)
