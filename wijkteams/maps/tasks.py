"""Drawing happens in the background: whoever saves a ward does not wait for it."""

from __future__ import annotations

from django.db import transaction
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult


@task()
def draw_maps() -> None:
    """Draw the maps and outlines that changed, and then the faces made of them."""
    from wijkteams.faces.tasks import ask_for_faces

    from .draw import draw_all  # here: web processes do without the memory of shapely

    draw_all()
    ask_for_faces()


def ask_for_drawing() -> None:
    """See to it that the maps are drawn after this transaction; asking twice draws once.

    A task that waits already will see what is written here, as long as no worker takes it before
    the end of the transaction: the lock holds it (workers skip locked tasks).
    """
    with transaction.atomic():
        waiting = DBTaskResult.objects.select_for_update(skip_locked=True).filter(
            task_path=draw_maps.module_path, status=TaskResultStatus.READY
        )
        if waiting.first() is None:
            draw_maps.enqueue()
