"""What happens by the clock: places that lapse, waiting lists that move on, reminders.

Each time of an activity in a transaction of its own, so that nobody waits for all of them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django_tasks import task

from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.tell import tell
from wijkteams.activiteiten.models import (
    Aanmelding,
    Activiteit,
    ActiviteitPage,
    Herinnering,
    Keer,
)

Status = Aanmelding.Status
DAYS, HOURS = timedelta(days=3), timedelta(hours=3)


@task()
def lapse_places() -> int:
    """Each minute: take back what was not confirmed in time, and offer it to the next."""
    late = Aanmelding.objects.filter(
        status__in=[Status.ONBEVESTIGD, Status.AANGEBODEN], hold_until__lte=timezone.now()
    )
    return _move_on(late.filter(Q(keer=None) | Q(keer__cancelled_at=None)))


@task()
def look_at_waiting_lists() -> int:
    """Each hour: whatever made room without saying so, nobody waits for a place that is free."""
    waits = Aanmelding.objects.filter(status=Status.WACHTLIJST, activiteit__is_live=True)
    return _move_on(waits.filter(Q(keer=None) | Q(keer__starts_at__gt=timezone.now())))


def _move_on(rows: QuerySet[Aanmelding]) -> int:
    pairs = set(rows.order_by().values_list("activiteit_id", "keer_id").distinct())
    for activiteit_id, keer_id in sorted(pairs, key=str):
        try:
            activiteit = Activiteit.objects.get(pk=activiteit_id)
            keer = Keer.objects.get(pk=keer_id) if keer_id else None
            services.promote(activiteit, keer)
        except (Activiteit.DoesNotExist, Keer.DoesNotExist):  # removed in the meantime
            continue
    return len(pairs)


@task()
def send_reminders() -> int:
    """Three days and three hours before; gives how many mails there were.

    However late this runs, never after the start, and each mail once (`Herinnering`).
    """
    now, sent = timezone.now(), 0
    for pk, activiteit_id in list(_soon(now).values_list("pk", "activiteit_id")):
        with transaction.atomic():
            activiteit = Activiteit.objects.select_for_update(of=("self",)).filter(pk=activiteit_id)
            keer = Keer.objects.select_related("activiteit__wijk").filter(pk=pk).first()
            if activiteit.first() is not None and keer is not None and not keer.is_cancelled:
                sent += _remind(keer, now)
    return sent


def _soon(now: datetime) -> QuerySet[Keer]:
    """The times of the next days to which somebody comes who can be mailed."""
    people = Aanmelding.objects.filter(status=Status.BEVESTIGD).exclude(email="")
    mine = people.filter(keer=OuterRef("pk"))
    series = people.filter(keer=None, activiteit=OuterRef("activiteit"))
    return Keer.objects.filter(
        Exists(mine) | Exists(series),
        starts_at__gt=now,
        starts_at__lte=now + DAYS,
        cancelled_at=None,
        activiteit__is_live=True,
        activiteit__cancelled_at=None,
    ).order_by("starts_at", "pk")


def _remind(keer: Keer, now: datetime) -> int:
    """Whoever signed up after the moment itself has just had a mail, and gets none."""
    due = _due(keer, now)
    if due is None:
        return 0
    kind, moment = due
    rows = Aanmelding.objects.filter(Q(keer=keer) | Q(keer=None, activiteit=keer.activiteit))
    rows = rows.filter(status=Status.BEVESTIGD, created_at__lte=moment).exclude(email="")
    period = f"{keer.pk}:{keer.starts_at:%Y%m%dT%H%M}"
    told = Herinnering.objects.filter(kind=kind, period=period).values("aanmelding")
    sent = 0
    for aanmelding in rows.exclude(pk__in=told).order_by("pk"):
        if Herinnering.once(aanmelding, kind, period):
            aanmelding.activiteit = keer.activiteit
            tell(aanmelding, "herinnering", about=keer, expires=keer.starts_at)
            sent += 1
    return sent


def _due(keer: Keer, now: datetime) -> tuple[str, datetime] | None:
    """Which reminder it is the time for, as the published page says; the later one goes first."""
    pages = ActiviteitPage.objects.live().filter(translation_key=keer.activiteit.translation_key)
    wanted = pages.order_by("pk").values_list("remind_days", "remind_hours").first()
    if wanted is None:
        return None
    left, (days, hours) = keer.starts_at - now, wanted
    if hours and left <= HOURS:
        return "uren", keer.starts_at - HOURS
    if days and left <= DAYS:
        return "dagen", keer.starts_at - DAYS
    return None
