"""'Klopt dit nog?': once a year each partner is asked to look at its entry (requirement W6)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import task

from wijkteams.models import Organisatie
from wijkteams.organisaties import mails

YEAR = timedelta(days=365)
AGAIN = timedelta(days=30)
"A reminder comes once, and never sooner than this."


def is_due(checked: date | None, asked: date | None, today: date) -> bool:
    """Whether to ask now: a year after it was looked at, once more 30 days later, then yearly."""
    if checked is not None and today - checked < YEAR:
        return False
    if asked is None or today - asked >= YEAR:
        return True
    if checked is None or today - asked < AGAIN:
        return False
    return asked < checked + YEAR + AGAIN


def _askable(today: date) -> QuerySet[Organisatie]:
    old = Q(nagekeken_op=None) | Q(nagekeken_op__lte=today - YEAR)
    quiet = Q(gevraagd_op=None) | Q(gevraagd_op__lte=today - AGAIN)
    return Organisatie.objects.filter(old & quiet, is_actief=True).exclude(contact_email="")


@task()
def ask_partners() -> int:
    """Each morning; gives how many were asked. A worker that is killed asks nobody twice."""
    today = timezone.localdate()
    rows = list(_askable(today).values_list("pk", "nagekeken_op", "gevraagd_op"))
    return sum(_ask(pk, today) for pk, checked, asked in rows if is_due(checked, asked, today))


@transaction.atomic
def _ask(pk: int, today: date) -> int:
    # Nobody sees this date: no page has to be made anew.
    if not _askable(today).filter(pk=pk).update(gevraagd_op=today):
        return 0
    mails.send("organisatie_klopt_dit", Organisatie.objects.get(pk=pk))
    return 1
