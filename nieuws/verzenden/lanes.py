"""The tasks that work on an edition: as many as may work at once, each for a turn.

A task puts itself back after its turn. Should one be lost (a worker was killed three times with it
in hand), then the job of every minute makes another.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks import task, task_backends
from django_tasks_db.models import DBTaskResult, get_date_max

from nieuws.models import Editie

PRIORITY = -8
"Below all work for which somebody waits; above drawing pictures, of which hundreds may wait."


@task(priority=PRIORITY)
def send_edition(editie: int) -> str:
    """One turn of one lane."""
    from nieuws.verzenden.turns import turn

    again = turn(editie)
    if again is not None:
        put_back(editie, again)
    return again.isoformat() if again else "klaar"


@task()
def keep_sending() -> None:
    """Every minute: each edition that is due or under way has its lanes."""
    from nieuws.verzenden.reconciling import put_right

    put_right()
    due = Q(status=Editie.Status.GEPLAND, scheduled_for__lte=timezone.now())
    for pk in Editie.objects.filter(due | Q(status=Editie.Status.BEZIG)).values_list(
        "pk", flat=True
    ):
        ensure_lanes(pk)


def ensure_lanes(editie: int, *, now: bool = False) -> None:
    """Put so many tasks in the queue that all lanes are there. Rolled back with the caller.

    `now`: those that wait for a moment wait no longer.
    """
    there = _in_queue(editie)
    if now:
        waiting = DBTaskResult.objects.filter(pk__in=there, status="READY")
        waiting.update(run_after=get_date_max())
    for _lane in range(settings.NEWSLETTER_LANES - len(there)):
        send_edition.enqueue(editie=editie)


def put_back(editie: int, moment: datetime) -> None:
    """The next turn of this lane."""
    if task_backends["default"].supports_defer and moment > timezone.now():
        send_edition.using(run_after=moment).enqueue(editie=editie)
    elif moment <= timezone.now():
        send_edition.enqueue(editie=editie)


def others_wait() -> bool:
    """Whether there is other work that can be done now."""
    waiting = DBTaskResult.objects.filter(status="READY", priority__gt=PRIORITY)
    now = Q(run_after=get_date_max()) | Q(run_after__lte=timezone.now())
    return waiting.filter(now).exists()


def _in_queue(editie: int) -> list[Any]:
    """The tasks for this edition that wait or run; there are never many of all editions."""
    tasks = DBTaskResult.objects.filter(
        status__in=("READY", "RUNNING"), task_path=send_edition.module_path
    )
    found = tasks.values_list("pk", "args_kwargs")
    return [pk for pk, given in found if given["kwargs"].get("editie") == editie]
