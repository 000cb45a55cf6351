"""Random series, the same for the same seed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.core.exceptions import ValidationError

from wijkteams.activiteiten.recurrence.holidays import Kind, days_off
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series, check_series

HOURS = (time(0), time(2), time(2, 30), time(9, 15), time(19, 30), time(23, 45))
LENGTHS = (
    timedelta(minutes=45),
    timedelta(hours=2),
    timedelta(hours=9),
    timedelta(days=2, hours=3),
)
CLOSED = days_off(date(2025, 1, 1), date(2029, 12, 31))


def random_rule(chance: Random) -> Rule:
    """Make any rule that a volunteer can make."""
    freq = chance.choice(list(Freq))
    most = {Freq.DAILY: 9, Freq.WEEKLY: 5, Freq.MONTHLY: 6, Freq.YEARLY: 3}[freq]
    said: dict[str, Any] = {
        "freq": freq,
        "interval": chance.choice((1, 1, chance.randint(1, most))),
    }
    if freq == Freq.WEEKLY:
        said["weekdays"] = tuple(chance.sample(range(7), chance.randint(1, 7)))
    elif freq != Freq.DAILY:
        said |= _in_month(chance)
        if freq == Freq.YEARLY:
            said["month"] = chance.choice((1, 2, 3, 5, 10, 12))
            if said.get("day", 0) > 29 and said["month"] == 2:
                said["day"] = 29
    end = chance.choice(("", "until", "count"))
    if end == "until":
        said["until"] = date(2027, 1, 1) + timedelta(days=chance.randrange(900))
    if end == "count":
        said["count"] = chance.randint(1, 60)
    return Rule(**said)


def _in_month(chance: Random) -> dict[str, Any]:
    if chance.random() < 0.5:
        nths = chance.sample((1, 2, 3, 4, 5, LAST), chance.randint(1, 2))
        return {"weekdays": (chance.randrange(7),), "nths": tuple(nths)}
    day = chance.choice((1, 15, 28, 29, 30, 31, LAST))
    return {"day": day, "short_month": chance.choice(list(ShortMonth))}


def random_series(chance: Random) -> Series:
    """Make a series that begins on a day of its own rule, with exceptions, extra and free days."""
    all_day = chance.random() < 0.15
    hour = time(0) if all_day else chance.choice(HOURS)
    length = timedelta(days=chance.randint(1, 3)) if all_day else chance.choice(LENGTHS)
    begin = datetime.combine(date(2026, 1, 1) + timedelta(days=chance.randrange(500)), hour)
    rule = random_rule(chance)
    loose = Series(start=begin, end=begin + length, rule=rule, all_day=all_day)
    start = loose.first_time()
    if start is None:  # ends before it begins: try again
        return random_series(chance)
    said: dict[str, Any] = {"start": start, "end": start + length, "rule": rule, "all_day": all_day}
    found = Series(**said | _dates(chance, Series(**said)))
    try:
        check_series(found)
    except ValidationError:  # more than a thousand times, or nothing left: try again
        return random_series(chance)
    return found


def _dates(chance: Random, series: Series) -> dict[str, Any]:
    keys = list(series.keys())
    days, keys = {key.date() for key in keys}, keys[:80]
    extra = [keys[0] + timedelta(days=chance.randint(1, 400)) for _n in range(3)]
    return {
        "exdates": tuple(chance.sample(keys, min(len(keys) - 1, chance.randint(0, 5)))),
        "rdates": tuple({key.date(): key for key in extra if key.date() not in days}.values()),
        "skip": frozenset({Kind.PUBLIC}) if chance.random() < 0.3 else frozenset(),
        "closed": CLOSED,
    }
