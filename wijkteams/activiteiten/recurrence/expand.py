"""What takes place between two days: begins and ends as moments in the world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice

from wijkteams.activiteiten.recurrence.clock import attach, span
from wijkteams.activiteiten.recurrence.keys import series_keys
from wijkteams.activiteiten.recurrence.rule import MAX_YEARS
from wijkteams.activiteiten.recurrence.series import DAY, Series

WIDEST = timedelta(days=366 * (MAX_YEARS + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One time that differs: moved to another hour or day, or cancelled and still to be seen."""

    key: datetime
    "When it would have begun: the name of this time, which never changes."
    start: datetime | None = None
    end: datetime | None = None
    cancelled: bool = False

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a moved time has both a begin and an end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that something takes place, or would have."""

    key: datetime
    "The naive local begin that the rule gave; also when it was moved."
    start: datetime
    end: datetime
    all_day: bool = False
    cancelled: bool = False
    moved: bool = False


def expand(
    series: Series, first: date, last: date, overrides: Iterable[Override] = ()
) -> Iterator[Occurrence]:
    """Give what is on from the first day to the last (included), in order of begin.

    What began earlier and still goes on counts; what was moved counts where it went. The window
    is bounded, so that a series without an end ends too.
    """
    begin, before = datetime.combine(first, time.min), datetime.combine(last, time.min) + DAY
    if not begin < before <= begin + WIDEST:
        raise ValueError("ask for at least a day, and for at most eleven years")
    changed = {one.key: one for one in overrides}
    found: Iterable[Occurrence] = (
        occurrence(series, key, changed.get(key))
        for key in series_keys(series, begin - series.length, before)
        if key not in changed or changed[key].start is None
    )
    moved = [one for one in changed.values() if one.start and series.has(one.key)]
    gone = sorted((occurrence(series, one.key, one) for one in moved), key=_by_start)
    window = attach(begin), attach(before)
    for one in merge(found, gone, key=_by_start):
        if one.end > window[0] and one.start < window[1]:
            yield one


def upcoming(
    series: Series, today: date, number: int, overrides: Iterable[Override] = ()
) -> list[Occurrence]:
    """Give the first so many times from today on; fewer when the series ends."""
    last = max(today, min(series.horizon.date(), today + WIDEST - DAY))
    return list(islice(expand(series, today, last, overrides), number))


def occurrence(series: Series, key: datetime, override: Override | None = None) -> Occurrence:
    """Make the one time with this name."""
    start, length = key, series.length
    if override and override.start and override.end:
        start, length = override.start, override.end - override.start
    begins, ends = span(start, length)
    return Occurrence(
        key=key,
        start=begins,
        end=ends,
        all_day=series.all_day and start.time() == (start + length).time() == time.min,
        cancelled=bool(override and override.cancelled),
        moved=start != key or length != series.length,
    )


def _by_start(one: Occurrence) -> datetime:
    return one.start
