"""Whether the site can do its work, in plain words and without secrets."""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from core.serving.prepare import unapplied_migrations

logger = logging.getLogger(__name__)

WORKER_SILENT_AFTER = timedelta(minutes=5)
_started = time.monotonic()


def problems() -> list[str]:
    """One sentence for each thing that is wrong; none when all is well."""
    found = _problem_of(_database)
    if not found:
        checks = (_migrations, _worker, _queue, _kept_pages)
        found = [problem for check in checks for problem in _problem_of(check)]
    return [*found, *_problem_of(_folder)]


def _problem_of(check: Callable[[], str]) -> list[str]:
    problem = check()
    return [problem] if problem else []


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SHOW transaction_read_only" if connection.vendor == "postgresql" else "SELECT 1"
            )
            [answer] = cursor.fetchone()
    except DatabaseError:
        logger.exception("The database cannot be read")
        return _("De database is niet te lezen.")
    return _("De database is alleen te lezen: opslaan lukt niet.") if answer == "on" else ""


_known_as_migrated = False


def _migrations() -> str:
    """Looked up until all are applied: that cannot change while the same code runs."""
    global _known_as_migrated
    if not _known_as_migrated:
        _known_as_migrated = not unapplied_migrations()
    return "" if _known_as_migrated else _("De database is ouder dan de code: migrate is nodig.")


def _kept_pages() -> str:
    """What should have gone from the kept pages is still there: readers may see what is old."""
    from core.page_cache.dropping import waits_too_long

    return _("Bewaarde pagina's zijn niet weggehaald.") if waits_too_long() else ""


def _folder() -> str:
    try:
        with tempfile.TemporaryFile(dir=settings.VAR_DIR) as file:
            file.write(b"0" * 4096)
            file.flush()
    except OSError:
        logger.exception("VAR_DIR cannot be written")
        return _("In de map met gegevens kan niet worden geschreven, of de schijf is vol.")
    return ""


def worker_expected() -> bool:
    """Whether tasks wait in the database for a worker."""
    return isinstance(task_backends["default"], DatabaseBackend)


def _worker() -> str:
    """The worker does an empty task each minute; a process that just began waits for the first."""
    if not worker_expected() or time.monotonic() - _started < WORKER_SILENT_AFTER.total_seconds():
        return ""
    from core.scheduler.tasks import heartbeat

    alive = (
        DBTaskResult.objects.successful()
        .filter(
            task_path=heartbeat.module_path,
            finished_at__gte=timezone.now() - WORKER_SILENT_AFTER,
        )
        .exists()
    )
    return "" if alive else _("De worker doet geen taken: mail en publicaties blijven liggen.")


def _queue() -> str:
    """Something waits longer than a quarter of an hour."""
    from core.scheduler.alarm import queue_problem

    return queue_problem() if worker_expected() else ""
