"""When an activity of another is: a series as ours, or a reason why it cannot be one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from wijkteams.activiteiten.importing.components import Component
from wijkteams.activiteiten.importing.refusals import NotOurs, not_ours
from wijkteams.activiteiten.importing.times import Moment, length_of, moment_of, moments_of
from wijkteams.activiteiten.importing.zones import is_as_ours
from wijkteams.activiteiten.recurrence.keys import rule_keys
from wijkteams.activiteiten.recurrence.parting import part_from
from wijkteams.activiteiten.recurrence.rule_text import read_rule
from wijkteams.activiteiten.recurrence.series import (
    DAY,
    MAX_DAYS_ONCE,
    Series,
    check_series,
)

HOUR = timedelta(hours=1)
LONGEST = timedelta(days=MAX_DAYS_ONCE)
THREE_YEARS = timedelta(days=3 * 366)
KEY = "%Y%m%dT%H%M%S"


def once_of(event: Component) -> Series:
    """Just the time that is written there; raises NotOurs or ValidationError."""
    start, end = _span(event)
    return Series(start=start.local, end=end, all_day=start.whole_day)


def series_of(event: Component, today: date) -> Series:
    """The rule and the days that differ; raises NotOurs or ValidationError.

    One that began long ago begins for us on the first of January of last year: what is over has
    no page, and a series of ours goes on for ten years at most.
    """
    start, end = _span(event)
    if len(event.lines.get("RRULE", ())) > 1 or event.one("EXRULE"):
        raise not_ours("rules")
    rule_line = event.one("RRULE")
    if rule_line is not None and not is_as_ours(start.zone, start.local.year):
        raise not_ours("rule_zone")
    rule = read_rule(rule_line.value, start.local) if rule_line else None
    bare = _nearer(Series(start=start.local, end=end, all_day=start.whole_day, rule=rule), today)
    extra = {one.local for one in moments_of(event.lines.get("RDATE", []))}
    out = _taken_out(event, bare) if rule else ()
    series = Series(
        start=bare.start,
        end=bare.end,
        all_day=bare.all_day,
        rule=rule,
        exdates=tuple(key for key in out if key >= bare.start and bare.makes(key)),
        rdates=tuple(key for key in extra if key > bare.start and not bare.makes(key)),
    )
    if is_over(series, today):
        return series
    check_series(series)
    return series


def differing_of(series: Series, events: list[Component]) -> list[dict[str, Any]]:
    """What differs of single times: called off, or at another hour. What is not ours is left."""
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        line = event.one("RECURRENCE-ID")
        if line is not None and line.params.get("RANGE", "").upper() == "THISANDFUTURE":
            raise not_ours("future")
        key = key_of(event)
        if series.all_day or (line is not None and moment_of(line).whole_day):
            key = datetime.combine(key.date(), series.start.time())
        if not series.has(key):
            continue
        one: dict[str, Any] = {"key": key.strftime(KEY)}
        if event.value("STATUS").upper() == "CANCELLED":
            one["cancelled"] = True
        start, end = _span(event)
        if (start.local, end) != (key, key + series.length):
            one |= {"start": start.local.isoformat(), "end": end.isoformat()}
        if len(one) > 1:
            found[one["key"]] = one
    return [found[key] for key in sorted(found)]


def key_of(event: Component) -> datetime:
    """Which time of the series it is about; raises NotOurs."""
    line = event.one("RECURRENCE-ID")
    if line is None:
        raise not_ours("start")
    return moment_of(line).local


def is_over(series: Series, today: date) -> bool:
    """Whether all of it lies before today."""
    begin = datetime.combine(today, time.min)
    if series.rule is None and not series.rdates:
        return series.end <= begin
    return next(series.keys(begin - series.length), None) is None


def _nearer(series: Series, today: date) -> Series:
    first = datetime(today.year - 1, 1, 1)
    if series.rule is None or series.start >= first:
        return series
    key = next(rule_keys(series.rule, series.start, first, first + THREE_YEARS), None)
    return part_from(series, key) if key else series


def _span(event: Component) -> tuple[Moment, datetime]:
    line, end_line = event.one("DTSTART"), event.one("DTEND")
    if line is None:
        raise not_ours("start")
    start = moment_of(line)
    length = DAY if start.whole_day else HOUR
    if end_line is not None:
        end = moment_of(end_line)
        if end.local < start.local:
            raise not_ours("order")
        length = end.local - start.local or length
    elif event.one("DURATION"):
        length = length_of(event.value("DURATION")) or length
    if length > LONGEST:
        raise not_ours("length")
    if start.whole_day:
        length = timedelta(days=max(1, length.days))
    return start, start.local + length


def _taken_out(event: Component, series: Series) -> tuple[datetime, ...]:
    """Exceptions; a day without an hour takes out that day. One that cannot be read is left."""
    found = []
    for line in event.lines.get("EXDATE", []):
        try:
            moments = moments_of([line])
        except NotOurs:
            continue
        for one in moments:
            by_day = one.whole_day and not series.all_day
            hour = series.start.time() if by_day else one.local.time()
            found.append(datetime.combine(one.local.date(), hour))
    return tuple(dict.fromkeys(found))
