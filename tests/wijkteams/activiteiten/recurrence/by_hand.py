"""The days of a rule, found by looking at every day of the calendar: no library, no cleverness."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series


def keys_by_hand(series: Series, last: date) -> list[datetime]:
    """Give all begins up to and including this day."""
    made = [datetime.combine(day, series.start.time()) for day in _days(series, last)]
    off = {
        one.first + timedelta(days=number)
        for one in series.closed
        if one.kind in series.skip
        for number in range((one.last - one.first).days + 1)
    }
    kept = {key for key in made if key not in series.exdates and key.date() not in off}
    return sorted(kept | {key for key in series.rdates if key.date() <= last})


def _days(series: Series, last: date) -> Iterator[date]:
    rule, first = series.rule, series.start.date()
    assert rule is not None
    number = 0
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if (rule.until and day > rule.until) or (rule.count and number >= rule.count):
            return
        if _fits(rule, day) and _in_turn(rule, first, day):
            number += 1
            yield day


def _in_turn(rule: Rule, first: date, day: date) -> bool:
    """Whether it is this day's, week's, month's or year's turn."""
    if rule.freq == Freq.DAILY:
        passed = (day - first).days
    elif rule.freq == Freq.WEEKLY:
        passed = (_monday(day) - _monday(first)).days // 7
    elif rule.freq == Freq.MONTHLY:
        passed = day.year * 12 + day.month - first.year * 12 - first.month
    else:
        passed = day.year - first.year
    return passed % rule.interval == 0


def _fits(rule: Rule, day: date) -> bool:
    if rule.freq == Freq.DAILY:
        return True
    if rule.freq == Freq.WEEKLY:
        return day.weekday() in rule.weekdays
    if rule.month and day.month != rule.month:
        return False
    longest = monthrange(day.year, day.month)[1]
    if rule.day is None:
        nth, from_end = (day.day - 1) // 7 + 1, (longest - day.day) // 7 + 1
        counts = nth in rule.nths or (from_end == 1 and LAST in rule.nths)
        return day.weekday() == rule.weekdays[0] and counts
    wanted = longest if rule.day == LAST else rule.day
    if wanted > longest and rule.short_month == ShortMonth.LAST_DAY:
        wanted = longest
    return day.day == wanted


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
