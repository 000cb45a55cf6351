"""Between the time on the clock of the community centre and a moment in the world.

A rule is reckoned in naive local time ("elke dinsdag om 19.30 uur"), and the zone is put on
afterwards, so that an activity stays at half past seven when the clock changes.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


def attach(local: datetime) -> datetime:
    """Make the moment at which the clocks here show this time (RFC 5545, 3.3.5).

    A time that comes twice in the night of October is the first one, in summer time. A time that
    does not exist in the night of March (02.00 to 03.00) is the moment one hour later on the
    clock: nobody waits before a closed door, and the activity is not dropped.
    """
    return local.replace(tzinfo=ZONE, fold=0).astimezone(UTC).astimezone(ZONE)


def detach(moment: datetime) -> datetime:
    """Read the clocks here at this moment."""
    return moment.astimezone(ZONE).replace(tzinfo=None, fold=0)


def span(start: datetime, length: timedelta) -> tuple[datetime, datetime]:
    """Give the moments of begin and end; the length is what the clock on the wall goes on.

    Only a begin that does not exist can come to lie behind its end; then the length counts.
    """
    begins, ends = attach(start), attach(start + length)
    return begins, ends if ends > begins else begins + length
