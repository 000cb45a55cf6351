"""Lists say that one cannot sign up any more from the moment that it is so."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from wijkteams.activiteiten.keren.publishing import changed
from wijkteams.activiteiten.models import Activiteit, Keer
from wijkteams.activiteiten.models.choices import Inschrijving

LOOK_BACK = timedelta(minutes=20)
"Longer than between two rounds: a worker that was busy for a while misses nothing."


@task()
def close_sign_ups() -> int:
    """Each five minutes: show anew what just closed; gives how many activities that were.

    What closes when it begins needs no round: then it is over for lists at that very moment.
    """
    found: set[int] = set()
    asks = Activiteit.objects.filter(is_live=True, cancelled_at=None, closes_hours_before__gt=0)
    asks = asks.exclude(inschrijving=Inschrijving.GEEN)
    for hours in asks.order_by().values_list("closes_hours_before", flat=True).distinct():
        closed = timezone.now() + timedelta(hours=hours)
        keren = Keer.objects.filter(
            activiteit__in=asks.filter(closes_hours_before=hours),
            starts_at__gt=closed - LOOK_BACK,
            starts_at__lte=closed,
        )
        found |= set(keren.values_list("activiteit_id", flat=True))
    for activiteit in Activiteit.objects.filter(pk__in=found):
        changed(activiteit)
    return len(found)
