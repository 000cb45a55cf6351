"""The worker: the library's own, that lives on when the database does not, and looks back."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.db import DatabaseError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker

from core.scheduler.later import put_back_postponed

logger = logging.getLogger(__name__)

WAIT_FOR_DATABASE = 5.0  # seconds


class PatientWorker(Worker):
    """Does the tasks. Ends only when it is asked to."""

    def run(self) -> None:
        while self.running:
            try:
                put_back_postponed()
                super().run()
                return
            except DatabaseError:
                if self.batch:
                    raise
                logger.exception("The database is away; the worker waits for it")
                close_old_connections()
                time.sleep(WAIT_FOR_DATABASE)

    def run_task(self, db_task_result: Any) -> None:
        super().run_task(db_task_result)
        put_back_postponed()
