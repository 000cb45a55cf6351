"""'Deze keer': what a volunteer changes of one time, or of all that is still to come at once.

Who comes is told by whoever keeps the sign-ups (`signals.keren_changed`), in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.activiteiten.keren.publishing import changed
from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.keren.signals import keren_changed, room_changed
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.recurrence.clock import attach, detach
from wijkteams.activiteiten.recurrence.expand import Override, occurrence

if TYPE_CHECKING:
    from accounts.models import User

LOG_CANCELLED = "activiteiten.keer.cancelled"
LOG_RESUMED = "activiteiten.keer.resumed"
LOG_MOVED = "activiteiten.keer.moved"


@transaction.atomic
def cancel(keer: Keer, reason: str, *, by: User | None = None) -> None:
    """Let one time not take place; it stays to be seen, as 'gaat niet door'."""
    keer = _held(keer)
    if keer.cancelled_at is not None:
        return
    keer.cancelled_at, keer.cancel_reason = timezone.now(), reason
    keer.save(update_fields=["cancelled_at", "cancel_reason"])
    _tell(keer.activiteit, LOG_CANCELLED, by, cancelled=[keer])


@transaction.atomic
def resume(keer: Keer, *, by: User | None = None) -> None:
    """Let a cancelled time take place after all."""
    keer = _held(keer)
    if keer.cancelled_at is None:
        return
    if not series_of(keer.activiteit).has(keer.named):
        raise ValidationError(
            _("Deze dag hoort niet meer bij de reeks. Zet hem er bij 'alle keren' eerst weer in.")
        )
    keer.cancelled_at, keer.cancel_reason, keer.dropped = None, "", False
    keer.save(update_fields=["cancelled_at", "cancel_reason", "dropped"])
    _tell(keer.activiteit, LOG_RESUMED, by, resumed=[keer])


@transaction.atomic
def move(keer: Keer, start: datetime, end: datetime, *, by: User | None = None) -> None:
    """Give one time its own begin and end, on our clocks; its address stays.

    The hours that the series gives it again are no difference any more.
    """
    keer = _held(keer)
    if end <= start:
        raise ValidationError({"tot": _("Het einde moet na het begin liggen.")})
    if attach(start) <= timezone.now():
        raise ValidationError({"dag": _("Dit is al geweest. Kies een dag die nog komt.")})
    override = Override(key=keer.named, start=start, end=end)
    one = occurrence(series_of(keer.activiteit), keer.named, override)
    if (keer.starts_at, keer.ends_at) == (one.start, one.end):
        return
    keer.was = (keer.starts_at, keer.ends_at)
    keer.starts_at, keer.ends_at = one.start, one.end
    keer.moved, keer.all_day = one.moved, one.all_day
    keer.save(update_fields=["starts_at", "ends_at", "moved", "all_day"])
    still_on = [keer] if keer.cancelled_at is None else []
    _tell(keer.activiteit, LOG_MOVED, by, moved=still_on)


@transaction.atomic
def describe(keer: Keer, *, note: str, capacity: int | None) -> None:
    """Give one time a text and a number of places of its own."""
    keer = _held(keer)
    other_room = keer.capacity != capacity
    keer.note, keer.capacity = note, capacity
    keer.save(update_fields=["note", "capacity"])
    if other_room:
        room_changed.send(Activiteit, activiteit=keer.activiteit)
    changed(keer.activiteit)


@transaction.atomic
def cancel_all(activiteit: Activiteit, reason: str, *, by: User | None = None) -> None:
    """Nothing of it takes place any more; it stays to be seen."""
    activiteit = Activiteit.objects.locked(activiteit.pk)
    if activiteit.cancelled_at is not None:
        return
    going = list(activiteit.keren.upcoming().filter(cancelled_at=None))
    activiteit.cancelled_at, activiteit.cancel_reason = timezone.now(), reason
    activiteit.save(update_fields=["cancelled_at", "cancel_reason", "changed_at"])
    _tell(activiteit, LOG_CANCELLED, by, cancelled=_of(activiteit, going))


@transaction.atomic
def resume_all(activiteit: Activiteit, *, by: User | None = None) -> None:
    """It takes place after all; what was cancelled by itself stays so."""
    activiteit = Activiteit.objects.locked(activiteit.pk)
    if activiteit.cancelled_at is None:
        return
    activiteit.cancelled_at, activiteit.cancel_reason = None, ""
    activiteit.save(update_fields=["cancelled_at", "cancel_reason", "changed_at"])
    back = list(activiteit.keren.upcoming().filter(cancelled_at=None))
    _tell(activiteit, LOG_RESUMED, by, resumed=_of(activiteit, back))


def on_clock(keer: Keer) -> tuple[datetime, datetime]:
    """When it begins and ends, as a form shows it."""
    return detach(keer.starts_at), detach(keer.ends_at)


def _held(keer: Keer) -> Keer:
    """The time as it is now, with its activity held: nobody signs up meanwhile."""
    activiteit = Activiteit.objects.locked(keer.activiteit_id)
    held = Keer.objects.get(pk=keer.pk, activiteit=activiteit)
    held.activiteit = activiteit
    return held


def _of(activiteit: Activiteit, keren: Iterable[Keer]) -> list[Keer]:
    found = list(keren)
    for keer in found:
        keer.activiteit = activiteit
    return found


def _tell(activiteit: Activiteit, action: str, by: User | None, **what: list[Keer]) -> None:
    told: dict[str, Any] = {"moved": [], "cancelled": [], "resumed": [], **what}
    activiteit.ical_sequence += 1
    activiteit.save(update_fields=["ical_sequence", "changed_at"])
    keren_changed.send(Activiteit, activiteit=activiteit, **told)
    changed(activiteit)
    page = ActiviteitPage.objects.filter(translation_key=activiteit.translation_key).first()
    days = [f"{detach(keer.starts_at):%d-%m-%Y}" for keren in what.values() for keer in keren]
    if page is not None:
        log(page, action, user=by, data={"days": days[:20]})
