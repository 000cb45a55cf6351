"""The clock that enqueues the jobs. It runs as a thread of the worker."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.scheduler.periods import first_in_period
from core.scheduler.registry import Job, jobs

logger = logging.getLogger(__name__)

LATE_BY = 300  # seconds; a job that is later than this waits for its next time


def make_clock() -> BackgroundScheduler:
    """A clock with all jobs, not yet running.

    Each job is due at the start as well: a machine that sleeps at night still purges.
    """
    clock = BackgroundScheduler(timezone=settings.TIME_ZONE)
    for place, job in enumerate(jobs()):
        clock.add_job(
            enqueue,
            trigger_of(job),
            args=[job],
            id=job.name,
            next_run_time=timezone.now() + timedelta(seconds=place / 10),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=LATE_BY,
        )
    return clock


def trigger_of(job: Job) -> CronTrigger:
    """When the job is due, in the city's own time."""
    return CronTrigger(timezone=settings.TIME_ZONE, **job.trigger)


def enqueue(job: Job) -> bool:
    """Put the job's task in the queue; say whether it was put.

    Not when it still waits there, and once per period, however many clocks there are. The end of
    the period names it: all clocks agree on when the job is due next.
    """
    close_old_connections()
    try:
        until = trigger_of(job).get_next_fire_time(None, timezone.now() + timedelta(seconds=1))
        with transaction.atomic():
            if not first_in_period(job.name, until) or is_waiting(job.task):
                return False
            job.task.enqueue()
    except DatabaseError:
        logger.exception("Job %s could not be put in the queue", job.name)
        return False
    finally:
        close_old_connections()
    return True


def is_waiting(task: Any) -> bool:
    """Whether the queue holds this task, not yet begun."""
    return DBTaskResult.objects.ready().filter(task_path=task.module_path).exists()
