"""A draft laid ready by itself, in the rhythm that a ward chose (requirements N3 and PL5)."""

from __future__ import annotations

import logging
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefInstellingen
from nieuws.nieuwsbrief.drafts import gather_for, make_draft
from nieuws.nieuwsbrief.telling import tell_of_draft
from wijkteams.models.wijk import ENDED

logger = logging.getLogger(__name__)
Ritme = NieuwsbriefInstellingen.Ritme
LATE = timedelta(days=2)
"A machine that was off on the day makes it up this long; after that the next day counts."
TWO_WEEKS = timedelta(days=14)
A_WEEK = 7


def due_day(ritme: str, weekdag: int, last: date | None, today: date) -> date | None:
    """The day for which a draft is to be laid ready now; None if there is none.

    `last`: for which day that was done before. Each day is due once, also when the clock jumps
    back: what lies before `last` is never due.
    """
    if ritme == Ritme.GEEN:
        return None
    day = today - timedelta(days=(today.weekday() - weekdag) % A_WEEK)
    if today - day > LATE or (last is not None and day <= last):
        return None
    if ritme == Ritme.TWEE_WEKEN and last is not None and day - last < TWO_WEEKS:
        return None
    if ritme == Ritme.MAAND and day.day > A_WEEK:
        return None
    return day


@task(priority=-5)
def lay_drafts_ready() -> int:
    """Once a day, for all wards with a rhythm; gives how many drafts were made."""
    made = 0
    chosen = NieuwsbriefInstellingen.objects.exclude(ritme=Ritme.GEEN)
    for pk in chosen.exclude(wijk__status__in=ENDED).values_list("pk", flat=True):
        try:
            made += lay_ready(pk, timezone.localdate())
        except Exception:
            # One ward's trouble is not that of the others.
            logger.exception("No draft of a newsletter was made for settings %s", pk)
    return made


@transaction.atomic
def lay_ready(pk: int, today: date) -> bool:
    """Make the draft of one ward if it is due; whether one was made.

    The day is taken in one statement, so that two workers make one draft. Skipped when readers
    would learn nothing new, or when the last draft was not even looked at.
    """
    row = NieuwsbriefInstellingen.objects.select_related("wijk").get(pk=pk)
    day = due_day(row.ritme, row.weekdag, row.last_draft_on, today)
    if day is None:
        return False
    free = Q(last_draft_on=None) | Q(last_draft_on__lt=day)
    if not NieuwsbriefInstellingen.objects.filter(free, pk=pk).update(last_draft_on=day):
        return False
    index = NieuwsbriefIndexPage.objects.filter(
        wijk=row.wijk, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    if index is None or _waits(index):
        return False
    gathered = gather_for(index)
    if not gathered.has_news:
        return False
    tell_of_draft(make_draft(index, gathered))
    return True


def _waits(index: NieuwsbriefIndexPage) -> bool:
    """Whether a draft that nobody published lies there already."""
    from nieuws.models import NieuwsbriefPage

    drafts = NieuwsbriefPage.objects.child_of(index)
    return drafts.filter(first_published_at=None, owner=None).exists()
