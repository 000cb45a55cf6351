"""How long a place is kept for who has not answered yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from wijkteams.activiteiten.models import Activiteit, Keer

LONGEST = timedelta(hours=24)
SHORTEST = timedelta(hours=1)


def start_of(activiteit: Activiteit, keer: Keer | None, now: datetime) -> datetime | None:
    """When it begins: this time, or of a series the next one; None when nothing is to come."""
    if keer is not None:
        return keer.starts_at
    following = activiteit.keren.filter(cancelled_at=None, starts_at__gt=now)
    return following.order_by("starts_at").values_list("starts_at", flat=True).first()


def hold_until(now: datetime, start: datetime | None) -> datetime:
    """Until when a place is kept: 24 hours, but at most half of the time that is left.

    So the next one on the list has a chance as well. At least an hour, and never after the start.
    """
    if start is None:
        return now + LONGEST
    term = max(min(LONGEST, (start - now) / 2), SHORTEST)
    return max(min(now + term, start), now)
