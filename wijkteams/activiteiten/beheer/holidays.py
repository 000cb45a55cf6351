"""When a school holiday or the region changes, the series that make way for it follow."""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task

from wijkteams.activiteiten.keren.publishing import changed, tell
from wijkteams.activiteiten.keren.sync import sync
from wijkteams.activiteiten.models import Activiteit, AgendaInstellingen, Vakantie
from wijkteams.activiteiten.recurrence.holidays import Kind

logger = logging.getLogger(__name__)


@task(priority=-5)
def follow_holidays() -> int:
    """Give series that skip the school holidays their days anew; gives how many changed.

    One transaction for each: an editor who saves something does not wait for all of them.
    """
    skipping = Activiteit.objects.filter(
        reeks__contains="X-SKIP:", is_live=True, reeks__regex=rf"X-SKIP:.*{Kind.SCHOOL}"
    )
    followed = 0
    for pk in skipping.values_list("pk", flat=True):
        with transaction.atomic():
            activiteit = Activiteit.objects.locked(pk)
            done = sync(activiteit)
            tell(activiteit, done)
            if done.anything:
                changed(activiteit)
                followed += 1
    logger.info("series after a change of holidays: %d", followed)
    return followed


def _changed(raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow_holidays.enqueue()


def connect() -> None:
    """Listen to the list of holidays and to the region."""
    for model in (Vakantie, AgendaInstellingen):
        for signal in (post_save, post_delete):
            name = f"activiteiten.holidays.{model.__name__}.{id(signal)}"
            signal.connect(_changed, sender=model, dispatch_uid=name)
