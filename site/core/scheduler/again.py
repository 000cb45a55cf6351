"""Giving a failed task another chance, because a person says so."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max


def try_again(pk: UUID) -> bool:
    """Put a failed task back in the queue, with no deaths counted against it."""
    done = DBTaskResult.objects.failed().filter(pk=pk)
    fresh: dict[str, Any] = {
        "finished_at": None,
        "exception_class_path": "",
        "traceback": "",
        "worker_ids": [],
    }
    return bool(done.update(status=TaskResultStatus.READY, run_after=get_date_max(), **fresh))
