"""Names of time zones as programs write them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wijkteams.activiteiten.importing.refusals import not_ours
from wijkteams.activiteiten.recurrence.clock import ZONE

# What Windows and Outlook call them (CLDR, windowsZones); Europe, and where calendars come from.
WINDOWS = {
    "w. europe standard time": "Europe/Berlin",
    "romance standard time": "Europe/Paris",
    "central europe standard time": "Europe/Budapest",
    "central european standard time": "Europe/Warsaw",
    "gmt standard time": "Europe/London",
    "greenwich standard time": "Atlantic/Reykjavik",
    "e. europe standard time": "Europe/Chisinau",
    "fle standard time": "Europe/Kiev",
    "gtb standard time": "Europe/Bucharest",
    "turkey standard time": "Europe/Istanbul",
    "russian standard time": "Europe/Moscow",
    "morocco standard time": "Africa/Casablanca",
    "sa eastern standard time": "America/Cayenne",
    "eastern standard time": "America/New_York",
    "central standard time": "America/Chicago",
    "mountain standard time": "America/Denver",
    "pacific standard time": "America/Los_Angeles",
    "utc": "UTC",
    "coordinated universal time": "UTC",
    "(utc+01:00) amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Amsterdam",
    "(utc+01:00) brussels, copenhagen, madrid, paris": "Europe/Paris",
    "west-europa (standaardtijd)": "Europe/Amsterdam",
    "west-europa": "Europe/Amsterdam",
    "cet": "Europe/Amsterdam",
    "cest": "Europe/Amsterdam",
    "met": "Europe/Amsterdam",
    "gmt": "UTC",
    "z": "UTC",
}
_AREA = re.compile(r"[A-Za-z_]{2,20}/[A-Za-z_+-]{2,30}(?:/[A-Za-z_+-]{2,30})?$")


@lru_cache(maxsize=200)
def zone_named(name: str) -> tzinfo:
    """The zone that a program means; raises NotOurs."""
    plain = name.strip().strip('"')
    known = WINDOWS.get(plain.casefold())
    if known == "UTC" or plain.upper() == "UTC":
        return UTC
    # Also '/citadel.org/20210210_1/Europe/Amsterdam', as older programs write it.
    area = _AREA.search(plain)
    for candidate in (known, area[0] if area else None):
        if candidate:
            try:
                return ZoneInfo(candidate)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
    raise not_ours("zone", zone=plain[:60])


def is_as_ours(zone: tzinfo, year: int) -> bool:
    """Whether its clocks show what ours do, summer and winter: then a rule can be taken over."""
    moments = [
        datetime(each, month, 15, 12) for each in (year, year + 1) for month in (1, 4, 7, 10)
    ]
    return all(
        one.replace(tzinfo=zone).utcoffset() == one.replace(tzinfo=ZONE).utcoffset()
        for one in moments
    )
