"""A listing row as a line of an agenda: when, where, and whether one can come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from wijkteams.activiteiten.agenda.states import Label, label_of
from wijkteams.activiteiten.marks import FREE
from wijkteams.listing import ListItem

NIGHT = timedelta(hours=5)
"What ends by then is of the evening before."


@dataclass(frozen=True)
class Line:
    """One activity in a list."""

    item: ListItem
    day: date
    "Under which day it stands: its first, or the first that is shown."
    hour: str = ""
    "'10.00'; empty for whole days."
    last_day: date | None = None
    "Of what goes on for days."
    label: Label | None = None
    is_free: bool = False
    number: int = 0
    "On the map beside the list; 0 when it is not on it."

    @property
    def is_off(self) -> bool:
        """Whether it does not take place."""
        return self.item.status == "afgelast"


@dataclass(frozen=True)
class Day:
    """A day with what is on."""

    day: date
    lines: list[Line]


def line_of(item: ListItem, since: date | None = None, now: datetime | None = None) -> Line:
    """A row as a line; what began before `since` stands under that day."""
    now = now or timezone.now()
    starts_at, ends_at = item.starts_at or now, item.ends_at or now
    begin, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    last_day = (end - NIGHT).date()
    return Line(
        item=item,
        day=max(begin.date(), since) if since else begin.date(),
        hour=formats.date_format(begin, _("G.i")) if item.has_time else "",
        last_day=last_day if last_day > begin.date() else None,
        label=label_of(item.status, begun=starts_at <= now, over=ends_at <= now),
        is_free=FREE in item.marks,
    )


def lines_of(items: Iterable[ListItem], since: date | None = None) -> list[Line]:
    """The same for a list."""
    now = timezone.now()
    return [line_of(item, since, now) for item in items]


def by_day(lines: Iterable[Line]) -> list[Day]:
    """Lines under the days that they are on."""
    ordered = sorted(lines, key=lambda line: line.day)
    return [Day(day, list(group)) for day, group in groupby(ordered, key=lambda line: line.day)]


def numbered(line: Line, number: int) -> Line:
    """The same line with its number on the map."""
    return replace(line, number=number)
