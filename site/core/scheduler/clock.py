"""The clock that enqueues the jobs. It runs as a thread of the worker."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

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
            CronTrigger(timezone=settings.TIME_ZONE, **job.trigger),
            args=[job],
            id=job.name,
            next_run_time=timezone.now() + timedelta(seconds=place / 10),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=LATE_BY,
        )
    return clock


def enqueue(job: Job) -> bool:
    """Put the job's task in the queue, unless it still waits there; say whether it was put."""
    close_old_connections()
    try:
        if is_waiting(job.task):
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
