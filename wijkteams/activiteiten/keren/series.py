"""From an activity to its series, and back."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from wijkteams.activiteiten.keren.days_off import closed_days
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.rule import MAX_YEARS
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import read_series

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import Activiteit, ActiviteitPage
    from wijkteams.activiteiten.recurrence.holidays import Period


def once_of(starts_at: datetime, ends_at: datetime, *, all_day: bool) -> Series:
    """The first time, on our clocks; of whole days from midnight until after the last one."""
    start, end = detach(starts_at), detach(ends_at)
    if all_day:
        start = datetime.combine(start.date(), time.min)
        end = datetime.combine(end.date(), time.min) + timedelta(days=1)
    return Series(
        start=start.replace(microsecond=0), end=end.replace(microsecond=0), all_day=all_day
    )


def series_of_page(page: ActiviteitPage) -> Series:
    """The series as the editor wrote it, with today's list of days off.

    The hours of the page count, also when the text is older: the rule and the days come from it.
    """
    once = once_of(page.starts_at, page.ends_at, all_day=page.all_day)
    if not page.herhaling:
        return once
    kept = read_series(page.herhaling)
    return Series(
        start=once.start,
        end=once.end,
        all_day=once.all_day,
        rule=kept.rule,
        exdates=kept.exdates,
        rdates=kept.rdates,
        skip=kept.skip,
        closed=closed_for(once),
    )


def series_of(activiteit: Activiteit) -> Series:
    """The series as it was published, with today's list of days off."""
    bare = read_series(activiteit.reeks)
    if not bare.skip:
        return bare
    return read_series(activiteit.reeks, closed_for(bare))


def closed_for(series: Series) -> tuple[Period, ...]:
    """The days off of as long as a series may last."""
    first = series.start.date()
    return closed_days(first, first + timedelta(days=366 * MAX_YEARS))
