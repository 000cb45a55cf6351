"""Moments in somebody else's calendar, as the clocks here show them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from wijkteams.activiteiten.importing.lines import Line
from wijkteams.activiteiten.importing.refusals import not_ours
from wijkteams.activiteiten.importing.zones import zone_named
from wijkteams.activiteiten.recurrence.clock import ZONE, detach
from wijkteams.activiteiten.recurrence.rule import YEARS

_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?")
_DURATION = re.compile(
    r"([+-])?P(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?"
    r"(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,8})S)?)?"
)
MOST_MOMENTS = 400


class Moment(NamedTuple):
    """A begin or an end, on our clocks; of a whole day its midnight."""

    local: datetime
    whole_day: bool
    zone: tzinfo
    "In which zone it was written: a rule is reckoned there."


def moment_of(line: Line, value: str | None = None) -> Moment:
    """Read the time of a line; raises NotOurs. Without a zone ('floating') it is the time here."""
    text = (line.value if value is None else value).strip().upper()
    match = _MOMENT.fullmatch(text)
    if not match:
        raise not_ours("time", value=text[:40])
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        # A leap second (:60) is the last one before it.
        hour = time(int(match[4] or 0), int(match[5] or 0), min(int(match[6] or 0), 59))
    except ValueError:
        raise not_ours("time", value=text[:40]) from None
    if day.year not in YEARS:
        raise not_ours("year", value=text[:40])
    if match[4] is None:
        return Moment(datetime.combine(day, time.min), True, ZONE)
    zone: tzinfo = UTC if match[7] else ZONE
    if not match[7] and line.params.get("TZID"):
        zone = zone_named(line.params["TZID"])
    # Seconds are nobody's business, and two would make two addresses.
    local = detach(datetime.combine(day, hour, zone)).replace(second=0, microsecond=0)
    return Moment(local, False, zone)


def moments_of(lines: list[Line]) -> list[Moment]:
    """All times of lines that may have several; of a period, its begin."""
    values = [(line, part) for line in lines for part in line.value.split(",") if part.strip()]
    if len(values) > MOST_MOMENTS:
        raise not_ours("dates")
    return [moment_of(line, part.partition("/")[0]) for line, part in values]


def length_of(text: str) -> timedelta:
    """Read a DURATION; raises NotOurs."""
    match = _DURATION.fullmatch(text.strip().upper())
    if not match or not any(match.groups()[1:]):
        raise not_ours("time", value=text[:40])
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    if match[1] == "-":
        raise not_ours("order")
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
