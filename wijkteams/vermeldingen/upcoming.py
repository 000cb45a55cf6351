"""What is to come, the soonest first. One query, from indexes, however much there is and was.

    choice = Choice("activiteit", wijk=wijk, marks=frozenset({"gratis"}))
    upcoming(locale, choice, start=today)                       a Slice
    between(locale, choice, first, last, limit=200)             items
    count_per_day(locale, choice, first, last)                  {date: number}

In another language everything stands in one order: what was translated in that language, the rest
in Dutch, marked as such.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from wagtail.models import Locale

from core import page_cache
from wijkteams.listing import ListItem
from wijkteams.vermeldingen.entry import day_start
from wijkteams.vermeldingen.gathering import Window, chosen_rows, gather, going_on
from wijkteams.vermeldingen.querying import Choice, Slice, dutch, marker_of
from wijkteams.vermeldingen.row import as_item

if TYPE_CHECKING:
    from wijkteams.vermeldingen.gathering import Language, Rows
    from wijkteams.vermeldingen.row import Row

A_DAY = timedelta(days=1)


def upcoming(
    locale: Locale,
    choice: Choice,
    *,
    start: date | datetime,
    limit: int = 20,
    after: str = "",
    running: bool = True,
) -> Slice:
    """What has not ended at `start` (of a day: its begin), the soonest first.

    `running`: also what goes on for days and began before; it stands first. `after`: the marker of
    the part before this one; one without sense shows the first. `choice.until` ends the list.
    From a day, the list is right until midnight; from a moment, until the first that it shows ends.
    """
    moment = start if isinstance(start, datetime) else day_start(start)
    found = gather(locale, Window(moment, limit + 1, after, running), choice)
    shown = found[:limit]
    if isinstance(start, datetime):
        _right_until_one_ends(shown)
    more = marker_of(shown[-1]) if len(found) > limit else None
    return Slice([as_item(row, locale) for row in shown], more)


def first_of(
    locale: Locale, choices: Sequence[Choice], *, start: datetime, limit: int
) -> list[ListItem]:
    """The first of each of these choices together, in one query; without what began days ago."""
    found = gather(locale, Window(start, limit, running=False), *choices)
    _right_until_one_ends(found)
    return [as_item(row, locale) for row in found]


def _right_until_one_ends(shown: Sequence[Row]) -> None:
    for row in shown:
        if row.ends_at is not None:
            page_cache.valid_until(row.ends_at)


def between(
    locale: Locale, choice: Choice, first: date, last: date, *, limit: int
) -> list[ListItem]:
    """What there is on these days, both of them too; in the order of its begin."""
    choice = replace(choice, until=last + A_DAY)
    window = Window(day_start(first), limit, since_day=first)
    return [as_item(row, locale) for row in gather(locale, window, choice)]


def count_per_day(locale: Locale, choice: Choice, first: date, last: date) -> dict[date, int]:
    """How much there is on each of these days; days without anything are left out.

    Versions of a page are on the same days: the Dutch ones are counted, and what has no Dutch one.
    """
    choice.shows()
    parts = list(_counted(choice, dutch(), first, last))
    if locale.language_code != settings.LANGUAGE_CODE:
        parts += _counted(choice, locale, first, last, not_in=dutch())
    city = timezone.get_default_timezone()
    counts: Counter[date] = Counter()
    for starts_at, last_day, number in parts[0].union(*parts[1:], all=True):
        begin = timezone.localdate(starts_at, city)
        for day in _days(max(begin, first), min(last_day or begin, last)):
            counts[day] += number
    return dict(sorted(counts.items()))


def _counted(
    choice: Choice, locale: Language, first: date, last: date, *, not_in: Language | None = None
) -> Iterator[Rows]:
    """Begins, last days and how many there are of each; then what began before and goes on."""
    rows, _prefix, pk = chosen_rows(choice, locale, not_in)
    start, end = day_start(first), day_start(last + A_DAY)
    begins = rows.filter(starts_at__gte=start, starts_at__lt=end)
    goes_on = going_on(rows, start).filter(begin__lt=start)
    for part, begin in ((begins, "starts_at"), (goes_on, "begin")):
        yield part.order_by().values_list(begin, "last_day").annotate(number=Count(pk))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(number) for number in range((last - first).days + 1))
