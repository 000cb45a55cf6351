"""Trying a task again later: a task raises TryLaterError, and stands in the queue again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


class TryLaterError(Exception):
    """It did not work out now; the moment to try again is its text."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment.isoformat())


PATH = f"{TryLaterError.__module__}.{TryLaterError.__qualname__}"


def put_back_postponed() -> int:
    """Tasks that asked for it wait again, each until its moment. Also after a kill in between."""
    asked = DBTaskResult.objects.failed().filter(exception_class_path=PATH)
    return sum(_put_back(task) for task in asked)


def _put_back(task: Any) -> int:
    last_line = task.traceback.strip().rpartition("\n")[2]
    moment = parse_datetime(last_line.partition(": ")[2].strip()) or timezone.now()
    return DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY,
        run_after=moment,
        finished_at=None,
        exception_class_path="",
        traceback="",
    )
