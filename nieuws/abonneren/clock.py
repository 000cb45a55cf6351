"""What happens by the clock: after two years we ask once more, and what was kept long enough goes.

Requirement N12: consent grows old by the last explicit act, never by watching who opens what.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django_tasks import task

from core.scheduler import register_job
from nieuws.abonneren import brakes, letters, links
from nieuws.abonneren.consent import Soort, note
from nieuws.abonneren.rows import TO_CONFIRM
from nieuws.models import (
    Abonnee,
    Abonnement,
    Kanaal,
    Rem,
    Retour,
    Toestemming,
    Toestemmingstekst,
)
from nieuws.verzenden.books import close_books

Status = Abonnement.Status
CONSENT_LASTS = timedelta(days=730)
TO_ANSWER = timedelta(days=30)
"After the question; then the row goes."
SOON_TOO = timedelta(days=30)
"What would be asked so soon after is asked in the same mail."
AFTER_LEAVING = timedelta(days=30)
DOES_NOT_ARRIVE = timedelta(days=90)
RETURNS_KEPT = timedelta(days=90)
SENDINGS_KEPT = timedelta(days=90)
AT_A_TIME = 200
"Of one run: a list that was brought in on one day grows old on one day."


@task()
def ask_again() -> int:
    """Each hour: ask who said yes two years ago whether they still want it, once; how many."""
    now = timezone.now()
    due = Abonnement.objects.reachable().filter(
        consent_at__lte=now - CONSENT_LASTS, reminded_at=None
    )
    ids = list(due.order_by("abonnee").values_list("abonnee", flat=True).distinct()[:AT_A_TIME])
    return sum(_ask_again(pk, now) for pk in ids)


def _ask_again(pk: int, now: datetime) -> int:
    with transaction.atomic():
        abonnee = Abonnee.objects.select_for_update().filter(pk=pk).first()
        if abonnee is None:
            return 0
        old = abonnee.abonnementen.active().filter(
            consent_at__lte=now - CONSENT_LASTS + SOON_TOO, reminded_at=None
        )
        rows = list(old.select_related("lijst"))
        if not any(row.consent_at and row.consent_at <= now - CONSENT_LASTS for row in rows):
            return 0  # another worker was here
        Abonnement.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_at=now)
        note(rows, Soort.HERINNERD, kanaal=Kanaal.MAIL)
        letters.send("verlengen", abonnee, rows, links.renew_url, expires=now + TO_ANSWER)
    return 1


def purge(now: datetime) -> int:
    """Remove what was kept long enough; gives how many rows. Twice is the same as once."""
    rows = Abonnement.objects.all()
    old = (
        rows.filter(status=Status.ONBEVESTIGD, asked_at__lte=now - TO_CONFIRM),
        rows.filter(status=Status.AFGEMELD, ended_at__lte=now - AFTER_LEAVING),
        rows.filter(status=Status.ACTIEF, reminded_at__lte=now - TO_ANSWER),
        Abonnee.objects.exclude(stand=Abonnee.Stand.ACTIEF).filter(
            stand_since__lte=now - DOES_NOT_ARRIVE
        ),
        Abonnee.objects.filter(~Exists(rows.filter(abonnee=OuterRef("pk")))),
        Retour.objects.filter(moment__lte=now - RETURNS_KEPT),
        Rem.objects.filter(soort=Rem.Soort.TELLER, last_at__lte=now - brakes.COUNTED),
        Toestemmingstekst.objects.filter(~Exists(Toestemming.objects.filter(tekst=OuterRef("pk")))),
    )
    return sum(found.delete()[0] for found in old) + close_books(now - SENDINGS_KEPT)


def register_jobs() -> None:
    """Called when the app is ready."""
    register_job("ask_readers_again", {"minute": 20}, ask_again)
