"""How something repeats: the part of an RRULE (RFC 5545, 3.3.10) that a volunteer can make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

YEARS = range(2000, 2200)
MAX_YEARS = 10
"How long a series may go on."
MAX_OCCURRENCES = 1000
"How often something may take place; an open end is cut by the horizon of who asks."
LAST = -1
LONGEST_MONTHS = dict.fromkeys((1, 3, 5, 7, 8, 10, 12), 31) | {2: 29}


class Freq(StrEnum):
    """What the interval counts."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class ShortMonth(StrEnum):
    """What happens in a month without the 29th, 30th or 31st."""

    SKIP = "skip"
    LAST_DAY = "last_day"


MAX_INTERVAL = {Freq.DAILY: 99, Freq.WEEKLY: 52, Freq.MONTHLY: 11, Freq.YEARLY: MAX_YEARS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Every so many days, weeks, months or years, on which days, until when.

    A wrong rule cannot be made: it raises a ValidationError in words for the volunteer.
    """

    freq: Freq
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    "0 is Monday. Weekly: on which days. Monthly and yearly: the one day that `nths` counts."
    nths: tuple[int, ...] = ()
    "Which of those in the month: 1 to 5, or LAST."
    day: int | None = None
    "The day of the month: 1 to 31, or LAST."
    month: int | None = None
    short_month: ShortMonth = ShortMonth.SKIP
    until: date | None = None
    "The last day on which it may take place."
    count: int | None = None
    "How many times, those that were taken out included (as RFC 5545 counts)."

    def __post_init__(self) -> None:
        for name in ("weekdays", "nths"):
            found = sorted(set(getattr(self, name)), key=lambda number: (number < 0, number))
            object.__setattr__(self, name, tuple(found))
        if not self.can_miss_a_month:
            object.__setattr__(self, "short_month", ShortMonth.SKIP)
        check_numbers(self)
        CHECKS[self.freq](self)

    @property
    def can_miss_a_month(self) -> bool:
        """Whether some month (of the rule) has no such day."""
        if self.day is None or self.day <= 28:
            return False
        return self.month is None or self.month == 2


def check_numbers(rule: Rule) -> None:
    """Refuse what lies outside the bounds, whatever the kind of rule."""
    most = MAX_INTERVAL[rule.freq]
    if not 1 <= rule.interval <= most:
        raise _wrong("interval", _("Vul een getal in van 1 tot en met %(most)s."), most=most)
    if rule.until is not None and rule.count is not None:
        raise _wrong("count", _("Kies één manier om te stoppen: een datum of een aantal keer."))
    if isinstance(rule.until, datetime):
        raise TypeError("until is a day: every activity of that day still takes place")
    if rule.until is not None and rule.until.year not in YEARS:
        raise _wrong("until", _("Kies een datum in deze tijd."))
    if rule.count is not None and not 1 <= rule.count <= MAX_OCCURRENCES:
        text = _("Vul een aantal keer in van 1 tot en met %(most)s.")
        raise _wrong("count", text, most=MAX_OCCURRENCES)


def check_daily(rule: Rule) -> None:
    """A day is a day."""
    _only(rule)


def check_weekly(rule: Rule) -> None:
    """On one weekday or more."""
    _only(rule, "weekdays")
    if not rule.weekdays or not set(rule.weekdays) <= set(range(7)):
        raise _wrong("weekdays", _("Kies op welke dagen van de week het is."))


def check_monthly(rule: Rule) -> None:
    """On the 2nd and 4th Tuesday, or on the 15th."""
    _only(rule, "weekdays", "nths", "day")
    _check_day_in_month(rule)


def check_yearly(rule: Rule) -> None:
    """On 5 May, or on the third Saturday of September."""
    _only(rule, "weekdays", "nths", "day", "month")
    if rule.month is None or not 1 <= rule.month <= 12:
        raise _wrong("month", _("Kies in welke maand het is."))
    _check_day_in_month(rule)
    if (rule.day or 0) > LONGEST_MONTHS.get(rule.month, 30):
        raise _wrong("day", _("Deze dag bestaat niet in die maand."))


CHECKS = {
    Freq.DAILY: check_daily,
    Freq.WEEKLY: check_weekly,
    Freq.MONTHLY: check_monthly,
    Freq.YEARLY: check_yearly,
}


def _check_day_in_month(rule: Rule) -> None:
    if rule.day is not None:
        if rule.weekdays or rule.nths:
            raise _wrong("day", _("Kies een vaste datum of een vaste dag van de week, niet beide."))
        if not (rule.day == LAST or 1 <= rule.day <= 31):
            raise _wrong("day", _("Kies een dag van de maand: 1 tot en met 31, of de laatste dag."))
        return
    if len(rule.weekdays) != 1 or rule.weekdays[0] not in range(7):
        raise _wrong("weekdays", _("Kies één dag van de week."))
    if not rule.nths or not set(rule.nths) <= {1, 2, 3, 4, 5, LAST}:
        raise _wrong("nths", _("Kies de hoeveelste van de maand het is, zoals de 2e."))


def _only(rule: Rule, *allowed: str) -> None:
    for name in ("weekdays", "nths", "day", "month"):
        if name not in allowed and getattr(rule, name) not in ((), None):
            raise TypeError(f"a {rule.freq} rule has no {name}")


def _wrong(code: str, message: Any, **params: Any) -> ValidationError:
    return ValidationError(message, code=code, params=params)
