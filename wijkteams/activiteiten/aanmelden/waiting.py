"""What lapses, and who is next. To be called while the activity is held (`holding.held`)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from wijkteams.activiteiten.aanmelden import tell
from wijkteams.activiteiten.aanmelden.counting import came_by_team
from wijkteams.activiteiten.aanmelden.holding import Held
from wijkteams.activiteiten.aanmelden.terms import hold_until, start_of
from wijkteams.activiteiten.models import Aanmelding

Status = Aanmelding.Status


def promote(this: Held) -> list[Aanmelding]:
    """Offer what is free to who waits: the first whose group fits, then the next that fits.

    A large group does not keep a single place empty, and stays first for the next ones. Nothing
    is offered of what has begun, does not take place, or is not public; gives who got an offer.
    """
    activiteit, keer, now = this.activiteit, this.keer, timezone.now()
    start = start_of(activiteit, keer, now)
    cancelled = activiteit.cancelled_at or (keer is not None and keer.cancelled_at)
    if cancelled or not activiteit.is_live or not activiteit.takes_signups:
        return []
    if start is None or start <= now:
        return []
    waiting = Aanmelding.objects.filter(activiteit=activiteit, keer=keer).waiting()
    offered = []
    this.changed()
    for aanmelding in waiting:
        if this.fits(aanmelding.places, is_team=came_by_team(aanmelding)):
            aanmelding.activiteit, aanmelding.keer = activiteit, keer
            _offer(aanmelding, hold_until(now, start))
            offered.append(aanmelding)
            this.changed()
    return offered


def _offer(aanmelding: Aanmelding, until: datetime) -> None:
    aanmelding.status, aanmelding.hold_until = Status.AANGEBODEN, until
    aanmelding.save(update_fields=["status", "hold_until", "changed_at"])
    if aanmelding.email:
        tell.tell(aanmelding, "plek")
    else:
        tell.tell_team(aanmelding)


def lapse(this: Held) -> int:
    """Take back the places that nobody confirmed in time, and let them know; how many there were.

    What does not take place lapses later: should it go on after all, they still have their place.
    """
    activiteit, keer = this.activiteit, this.keer
    if activiteit.cancelled_at or (keer is not None and keer.cancelled_at):
        return 0
    late = Aanmelding.objects.filter(
        activiteit=activiteit,
        keer=keer,
        status__in=[Status.ONBEVESTIGD, Status.AANGEBODEN],
        hold_until__lte=timezone.now(),
    )
    rows = list(late)
    for aanmelding in rows:
        aanmelding.activiteit, aanmelding.keer = activiteit, keer
        aanmelding.status, aanmelding.hold_until = Status.VERLOPEN, None
        aanmelding.save(update_fields=["status", "hold_until", "changed_at"])
        tell.tell(aanmelding, "verlopen")
    if rows:
        this.changed()
    return len(rows)
