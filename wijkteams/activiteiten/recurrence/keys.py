"""The times that a rule gives: naive local begins, which are the names of the occurrences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from heapq import merge
from typing import TYPE_CHECKING, Any

from dateutil import rrule

from wijkteams.activiteiten.recurrence.rule import Freq, Rule

if TYPE_CHECKING:
    from wijkteams.activiteiten.recurrence.series import Series

_FREQ = {
    Freq.DAILY: rrule.DAILY,
    Freq.WEEKLY: rrule.WEEKLY,
    Freq.MONTHLY: rrule.MONTHLY,
    Freq.YEARLY: rrule.YEARLY,
}


def rule_keys(rule: Rule, start: datetime, first: datetime, before: datetime) -> Iterator[datetime]:
    """Give the begins in [first, before) that the rule makes of the first time, in order."""
    last = before - timedelta(microseconds=1)
    if rule.until is not None:
        last = min(last, datetime.combine(rule.until, time.max))
    # dateutil tells no count and until together: past the window we stop ourselves
    found = rrule.rrule(dtstart=_near(rule, start, first), until=_when(rule, last), **_days(rule))
    for key in found:
        if key > last:
            return
        if key >= first:
            yield key


def series_keys(series: Series, first: datetime, before: datetime) -> Iterator[datetime]:
    """Give the begins in [first, before) of a series: extra ones in, exceptions and days off out.

    An extra day counts on a day off too: somebody chose it by hand.
    """
    out, extra = set(series.exdates), set(series.rdates)
    off = series.days_off(first.date(), before.date())
    seen: datetime | None = None
    for key in merge(_ruled(series, first, before), series.rdates):
        away = key in out or (key.date() in off and key not in extra)
        if first <= key < before and key != seen and not away:
            yield key
        seen = key


def _ruled(series: Series, first: datetime, before: datetime) -> Iterator[datetime]:
    if series.rule is None:
        return iter((series.start,))
    return rule_keys(series.rule, series.start, first, before)


def _when(rule: Rule, last: datetime) -> datetime | None:
    return None if rule.count is not None else last


def _days(rule: Rule) -> dict[str, Any]:
    """Say in dateutil's words on which days; all is said, so that it takes nothing from dtstart."""
    said: dict[str, Any] = {"freq": _FREQ[rule.freq], "interval": rule.interval}
    if rule.count is not None:
        said["count"] = rule.count
    if rule.month:
        said["bymonth"] = rule.month
    if rule.weekdays:
        nths = rule.nths or (None,)
        said["byweekday"] = [rrule.weekday(day, nth) for day in rule.weekdays for nth in nths]
    if rule.day is not None:
        said["bymonthday"] = rule.day
        if rule.short_month == "last_day":
            said |= {"bymonthday": range(28, rule.day + 1), "bysetpos": -1}
    return said


def _near(rule: Rule, start: datetime, first: datetime) -> datetime:
    """Begin to reckon close to the window: an old series costs no more than a young one.

    Steps by whole intervals from the first period, so every second week stays the same week.
    A rule that counts must be reckoned from its first time.
    """
    if rule.count is not None or first <= start:
        return start
    steps = _periods(rule.freq, start, first) // rule.interval * rule.interval
    return _later(rule.freq, start, steps) if steps else start


def _periods(freq: Freq, start: datetime, first: datetime) -> int:
    if freq == Freq.YEARLY:
        return first.year - start.year
    if freq == Freq.MONTHLY:
        return (first.year - start.year) * 12 + first.month - start.month
    if freq == Freq.WEEKLY:
        return (first.date() - _monday(start).date()).days // 7
    return (first.date() - start.date()).days


def _later(freq: Freq, start: datetime, steps: int) -> datetime:
    if freq == Freq.YEARLY:
        return start.replace(year=start.year + steps, month=1, day=1)
    if freq == Freq.MONTHLY:
        years, month = divmod(start.month - 1 + steps, 12)
        return start.replace(year=start.year + years, month=month + 1, day=1)
    if freq == Freq.WEEKLY:
        return _monday(start) + timedelta(weeks=steps)
    return start + timedelta(days=steps)


def _monday(moment: datetime) -> datetime:
    return moment - timedelta(days=moment.weekday())
