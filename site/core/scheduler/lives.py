"""Signs of life of the workers, and the tasks of those who died.

The library marks a task as running and never looks back: after a kill it would stay so for ever.
A task of a worker that is silent goes back in the queue, so it is done at least once; three times
killed is enough, then it counts as failed and people look at it.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.models.queue import Werker

logger = logging.getLogger(__name__)

SAY_SO_EVERY = 15  # seconds
SILENT_AFTER = timedelta(seconds=90)
FORGOTTEN_AFTER = timedelta(days=1)
GIVEN_BACK = "teruggegeven"  # stands among the workers of a task once for each of their deaths
DEATHS = 3
KILLED = "core.scheduler.lives.KilledThreeTimes"


def say_so(worker_id: str) -> None:
    """Tell that this worker lives; take care of the tasks of those who do not."""
    close_old_connections()
    try:
        now = timezone.now()
        Werker.objects.update_or_create(worker_id=worker_id, defaults={"seen_at": now})
        Werker.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
        give_back_tasks_of_the_dead()
    except DatabaseError:
        logger.exception("This worker cannot tell that it lives")
    finally:
        close_old_connections()


def sign_off(worker_id: str) -> None:
    """An orderly end: what this worker still has in hand may be given back at once."""
    try:
        Werker.objects.filter(worker_id=worker_id).delete()
    except DatabaseError:
        logger.exception("This worker cannot sign off")


def give_back_tasks_of_the_dead() -> int:
    """Put running tasks of silent workers back in the queue; give their number."""
    alive = set(
        Werker.objects.filter(seen_at__gte=timezone.now() - SILENT_AFTER).values_list(
            "worker_id", flat=True
        )
    )
    running = DBTaskResult.objects.running().order_by("enqueued_at")
    lost = [task for task in running if not task.worker_ids or task.worker_ids[-1] not in alive]
    return sum(_give_back(task) for task in lost)


def _give_back(task: Any) -> int:
    """By what was seen of it: whoever finished or took it meanwhile wins."""
    same = DBTaskResult.objects.filter(
        pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at
    )
    deaths = task.worker_ids.count(GIVEN_BACK) + 1
    workers = [*task.worker_ids, GIVEN_BACK]
    with transaction.atomic():
        if deaths < DEATHS:
            done = same.update(status=TaskResultStatus.READY, worker_ids=workers)
        else:
            done = same.update(
                status=TaskResultStatus.FAILED,
                worker_ids=workers,
                finished_at=timezone.now(),
                exception_class_path=KILLED,
                traceback="",
            )
    if done:
        logger.warning("Task %s (%s) outlived its worker, time %d", task.pk, task.task_path, deaths)
    return done
