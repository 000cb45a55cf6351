"""Once a day: series without an end get the times of one more day, and days off count anew."""

from __future__ import annotations

import logging

from django.db import transaction
from django_tasks import task

from wijkteams.activiteiten.keren.publishing import changed, tell
from wijkteams.activiteiten.keren.sync import sync
from wijkteams.activiteiten.models import Activiteit

logger = logging.getLogger(__name__)


@task(priority=-5)
def extend_horizons() -> int:
    """Bring the times of all series up to the horizon; gives how many series got new ones.

    One transaction for each: an editor who saves something does not wait for all of them.
    """
    grown = 0
    for pk in Activiteit.objects.exclude(horizon=None).values_list("pk", flat=True):
        with transaction.atomic():
            activiteit = Activiteit.objects.locked(pk)
            done = sync(activiteit)
            tell(activiteit, done)
            if done.anything:
                changed(activiteit)
                grown += 1
    return grown
