from __future__ import annotations

import logging
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string

from core.scheduler.clock import make_clock
from core.scheduler.lives import SAY_SO_EVERY, say_so, sign_off
from core.scheduler.worker import PatientWorker

LOOK_EVERY = 1.0  # seconds


class Command(BaseCommand):
    help = "Do the tasks of the queue, and put recurring tasks in it when they are due."
    requires_system_checks = []

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--batch", action="store_true", help="Do what waits in the queue now, then end."
        )

    def handle(self, *args: Any, batch: bool, **options: Any) -> None:
        worker = make_worker(batch=batch)
        if batch:
            worker.run()
            return
        # Its one warning is that it was asked to stop; a task that fails is told as an error.
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        worker.configure_signals()
        clock = make_clock()
        clock.add_job(say_so, "interval", seconds=SAY_SO_EVERY, args=[worker.worker_id])
        say_so(worker.worker_id)
        clock.start()
        try:
            worker.run()
        finally:
            clock.shutdown(wait=False)
            if not worker.running_task:
                sign_off(worker.worker_id)


def make_worker(*, batch: bool) -> PatientWorker:
    """A worker for all queues. The library's own command would silence failures too."""
    return PatientWorker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=LOOK_EVERY,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
