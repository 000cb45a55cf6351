"""Faces are drawn in the background, a number of wards at a time."""

from __future__ import annotations

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult


@task(priority=-5)
def draw_changed_faces() -> None:
    """Draw the faces that changed; the rest of a long row in a task of its own."""
    from .draw import draw_faces  # here: web processes do without the memory of shapely

    if draw_faces():
        draw_changed_faces.enqueue()


def ask_for_faces() -> None:
    """See to it that faces are drawn after this transaction; asking twice draws once."""
    with transaction.atomic():
        waiting = DBTaskResult.objects.select_for_update(skip_locked=True).filter(
            task_path=draw_changed_faces.module_path, status=TaskResultStatus.READY
        )
        if waiting.first() is None:
            draw_changed_faces.enqueue()
