"""Rows of surveys that open or close by the clock alone."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from enquetes.listing import ENQUETE
from enquetes.models import Stand
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.events import refresh


@task()
def follow_moments() -> int:
    """Each five minutes: say of what just opened or closed that it did; gives how many rows.

    Lists and pages look at the clock themselves. This is for who reads rows otherwise, and lets go
    of kept answers that a worker made just before the moment.
    """
    now = timezone.now()
    begun = Q(status=Stand.GEPLAND, starts_at__lte=now)
    over = Q(status=Stand.OPEN, ends_at__lte=now)
    rows = Vermelding.objects.filter(begun | over, kind=ENQUETE, page__isnull=False)
    pages = sorted(set(rows.values_list("page_id", flat=True)))
    refresh(pages)
    return len(pages)
