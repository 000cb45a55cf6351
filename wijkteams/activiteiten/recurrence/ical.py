"""Calendars for telephones and other programs (RFC 5545), the same bytes for the same events.

An event keeps its UID for ever; whoever changes it raises SEQUENCE and the stamp, or programs keep
what they had. A cancelled time stays in, as STATUS:CANCELLED: one that is only left out would
stay on telephones in half of the programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from wijkteams.activiteiten.recurrence import ical_lines as lines
from wijkteams.activiteiten.recurrence.clock import ZONE
from wijkteams.activiteiten.recurrence.expand import Override
from wijkteams.activiteiten.recurrence.keys import rule_keys
from wijkteams.activiteiten.recurrence.rule_text import parts
from wijkteams.activiteiten.recurrence.series import DAY, Series

PRODUCT = "-//Wijkplein//Agenda//NL"
LONGEST = {"SUMMARY": 300, "LOCATION": 500, "DESCRIPTION": 8000, "CATEGORIES": 100, "UID": 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a calendar tells about one activity, once or repeated."""

    uid: str
    series: Series
    title: str
    stamp: datetime
    "When it last changed."
    sequence: int = 0
    overrides: tuple[Override, ...] = ()
    description: str = ""
    location: str = ""
    url: str = ""
    url_of: Callable[[datetime], str] | None = None
    "The address of one time, by its name; only asked for times that differ."
    words_of: Callable[[datetime], tuple[str, str]] | None = None
    "Title and description of one time, by its name; only asked for times that differ."
    categories: tuple[str, ...] = ()
    geo: tuple[float, float] | None = None
    "Latitude and longitude."
    cancelled: bool = False
    tentative: bool = False
    "Not sure yet, such as a place on a waiting list."

    def __post_init__(self) -> None:
        if not (0 < len(self.uid) <= LONGEST["UID"] and lines.is_plain(self.uid)):
            raise ValueError("an event needs a UID of plain characters")


def write_calendar(events: Iterable[Event], name: str = "") -> bytes:
    """Write an .ics of these events."""
    found = [
        "BEGIN:VCALENDAR",
        f"PRODID:{PRODUCT}",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        *lines.text("X-WR-CALNAME", name, LONGEST["SUMMARY"]),
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        *lines.VTIMEZONE.splitlines(),
    ]
    for event in events:
        found += _series(event)
        found += _differing(event)
    return lines.as_bytes([*found, "END:VCALENDAR"])


def _series(event: Event) -> list[str]:
    series, whole = event.series, event.series.all_day
    extra = [key for key in series.rdates if not series.makes(key)]
    return [
        *_described(event, event.cancelled, event.url, (event.title, event.description)),
        *lines.moments("DTSTART", [series.start], whole_days=whole),
        *lines.moments("DTEND", [series.end], whole_days=whole),
        *_rule(series),
        *lines.moments("EXDATE", _taken_out(series), whole_days=whole),
        *lines.moments("RDATE", extra, whole_days=whole),
        "END:VEVENT",
    ]


def _differing(event: Event) -> Iterator[str]:
    """Each time that was moved or cancelled, by the name that it has in the series."""
    series = event.series
    for one in sorted(event.overrides, key=lambda one: one.key):
        if not series.has(one.key):
            continue
        start, end = one.start or one.key, one.end or one.key + series.length
        whole = series.all_day and start.time() == end.time() == time.min
        address = event.url_of(one.key) if event.url_of else event.url
        words = event.words_of(one.key) if event.words_of else (event.title, event.description)
        yield from _described(event, event.cancelled or one.cancelled, address, words)
        yield from lines.moments("RECURRENCE-ID", [one.key], whole_days=series.all_day)
        yield from lines.moments("DTSTART", [start], whole_days=whole)
        yield from lines.moments("DTEND", [end], whole_days=whole)
        yield "END:VEVENT"


def _described(event: Event, cancelled: bool, url: str, words: tuple[str, str]) -> list[str]:
    stamp, (title, description) = lines.utc(event.stamp), words
    return [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{event.sequence}",
        f"STATUS:{'CANCELLED' if cancelled else 'TENTATIVE' if event.tentative else 'CONFIRMED'}",
        *lines.text("SUMMARY", title, LONGEST["SUMMARY"]),
        *lines.text("LOCATION", event.location, LONGEST["LOCATION"]),
        *lines.place("GEO", event.geo),
        *lines.text("DESCRIPTION", description, LONGEST["DESCRIPTION"]),
        *lines.texts("CATEGORIES", event.categories, LONGEST["CATEGORIES"]),
        *lines.address("URL", url),
    ]


def _rule(series: Series) -> list[str]:
    if series.rule is None:
        return []
    said = parts(series.rule)
    if series.rule.until:
        said["UNTIL"] = _until(series, series.rule.until)
    return ["RRULE:" + ";".join(f"{name}={value}" for name, value in said.items())]


def _taken_out(series: Series) -> list[datetime]:
    """Exceptions, and the days off as far as they are known: programs know no Dutch holidays."""
    found = set(series.exdates)
    last = max((one.last for one in series.closed), default=None)
    off = series.days_off(series.start.date(), last) if last and series.rule else set()
    if off and series.rule:
        first, before = (datetime.combine(one, time.min) for one in (min(off), max(off) + DAY))
        keys = rule_keys(series.rule, series.start, first, before)
        found.update(key for key in keys if key.date() in off and key not in series.rdates)
    return sorted(found)


def _until(series: Series, last: date) -> str:
    """UNTIL is a moment in UTC, unless the series is of whole days (RFC 5545, 3.3.10)."""
    if series.all_day:
        return lines.day(last)
    return lines.utc(datetime.combine(last, time(23, 59, 59), ZONE))
