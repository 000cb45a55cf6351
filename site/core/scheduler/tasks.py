"""The site's own recurring tasks."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks import task

RESULTS_KEPT_DAYS = 1
FAILURES_KEPT_DAYS = 30


@task()
def heartbeat() -> None:
    """Nothing. That it was done, and when, shows that tasks are being done."""


@task()
def publish_scheduled() -> None:
    """Publish and take down the pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


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
def clear_sessions() -> None:
    """Throw away sessions that have expired."""
    call_command("clearsessions", verbosity=0)
