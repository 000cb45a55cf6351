"""Days that people mean: today, this weekend, this week; and months."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

TODAY, WEEKEND, WEEK = "vandaag", "weekend", "week"
WORDS = {TODAY: _("Vandaag"), WEEKEND: _("Dit weekend"), WEEK: _("Deze week")}
SATURDAY, SUNDAY = 5, 6
MONTHS_AROUND = 13
"How many months back and ahead an agenda goes: rows are kept that long (listing, keren.sync)."


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included."""

    first: date
    last: date


def period_of(name: str, today: date) -> Period | None:
    """What is left of it: who looks on Sunday has one day of weekend. None for another name."""
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    if name == TODAY:
        return Period(today, today)
    if name == WEEKEND:
        return Period(max(today, sunday - timedelta(days=1)), sunday)
    if name == WEEK:
        return Period(today, sunday)
    return None


@dataclass(frozen=True, order=True)
class Month:
    """A month of the calendar."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def shifted(self, months: int) -> Month:
        """So many months later, or earlier."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    def weeks(self) -> list[list[date]]:
        """From the Monday on or before its first day, until the Sunday on or after its last."""
        day = self.first - timedelta(days=self.first.weekday())
        found = []
        while day <= self.last:
            found.append([day + timedelta(days=number) for number in range(7)])
            day += timedelta(days=7)
        return found

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def month_of(day: date) -> Month:
    """The month that a day lies in."""
    return Month(day.year, day.month)


def is_near(day: date, today: date) -> bool:
    """Whether an agenda has anything to say about this day."""
    now = month_of(today)
    return now.shifted(-MONTHS_AROUND) <= month_of(day) <= now.shifted(MONTHS_AROUND)
