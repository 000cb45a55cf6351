"""Which time of a new series is which time of the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

from wijkteams.activiteiten.recurrence.keys import series_keys
from wijkteams.activiteiten.recurrence.rule import Freq
from wijkteams.activiteiten.recurrence.series import Series

AROUND = timedelta(days=366)
PERIODS: dict[Freq, Callable[[datetime], Hashable]] = {
    Freq.WEEKLY: lambda key: key.isocalendar()[:2],
    Freq.MONTHLY: lambda key: (key.year, key.month),
    Freq.YEARLY: lambda key: key.year,
}


def pair(old: Series, new: Series, names: Iterable[datetime]) -> dict[datetime, datetime]:
    """Give the new name of each of these names that still has a time; never one to two people.

    The same day comes first: whoever planned to come that day still can. What is left pairs up in
    order within the week, month or year that the new rule counts.
    """
    asked = sorted(set(names))
    if not asked:
        return {}
    first, before = asked[0] - AROUND, asked[-1] + AROUND
    before_now = {*series_keys(old, first, before), *asked}
    made = {key.date(): key for key in series_keys(new, first, before)}
    pairs = {key: made[key.date()] for key in before_now if key.date() in made}
    taken = set(pairs.values())
    loose = [key for key in before_now if key not in pairs]
    free = [key for key in made.values() if key not in taken]
    pairs.update(_in_order(old, new, loose, free))
    return {key: pairs[key] for key in asked if key in pairs}


def _in_order(
    old: Series, new: Series, loose: list[datetime], free: list[datetime]
) -> dict[datetime, datetime]:
    if new.rule is None:
        period: Callable[[datetime], Hashable] | None = None if old.rule else _all_alike
    else:
        period = PERIODS.get(new.rule.freq)
    if period is None:
        return {}
    places = defaultdict(list)
    for key in sorted(free):
        places[period(key)].append(key)
    pairs: dict[datetime, datetime] = {}
    for key in sorted(loose):
        if places[period(key)]:
            pairs[key] = places[period(key)].pop(0)
    return pairs


def _all_alike(_key: datetime) -> Hashable:
    return None
