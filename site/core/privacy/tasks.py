"""The daily round of the privacy register."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from core.privacy.engine import purge


@task()
def purge_task() -> None:
    """Remove what was kept long enough."""
    purge(timezone.now())
