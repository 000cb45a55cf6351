"""The site's own recurring tasks."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

RESULTS_KEPT_DAYS = 1
FAILURES_KEPT_DAYS = 30
ORPHANS_KEPT = timedelta(days=1)


@task()
def heartbeat() -> None:
    """Nothing. That it was done, and when, shows that tasks are being done."""


@task()
def publish_scheduled() -> None:
    """Publish and take down the pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


@task()
def watch_queue() -> None:
    """Raise the alarm when something waits too long."""
    from core.scheduler.alarm import raise_alarm

    raise_alarm()


@task()
def prune_results() -> None:
    """Forget tasks that are done (they hold mails), and after a month those that failed."""
    call_command(
        "prune_db_task_results",
        min_age_days=RESULTS_KEPT_DAYS,
        failed_min_age_days=FAILURES_KEPT_DAYS,
        verbosity=0,
    )


@task()
def check_files() -> None:
    """Remove files that a crash left without a row. Rows that miss a file make the task fail."""
    from core.backup.integrity import look, remove

    findings = look(older_than=timezone.now() - ORPHANS_KEPT)
    remove(findings.orphans)
    if findings.missing:
        raise FileNotFoundError(f"{len(findings.missing)} rows miss their file")


@task()
def clear_sessions() -> None:
    """Throw away sessions that have expired."""
    call_command("clearsessions", verbosity=0)
