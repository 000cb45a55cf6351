"""A series: the first time, the rule, and the days that differ from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.keys import rule_keys, series_keys
from wijkteams.activiteiten.recurrence.rule import MAX_OCCURRENCES, MAX_YEARS, YEARS, Rule

MAX_DAYS_ONCE = 366
MAX_DAYS_REPEATED = 31
MAX_DATES = 200
"How many exceptions, and how many extra days, one series may have."
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What takes place when; without a rule it is once. All times are naive, on our clocks.

    Of an activity for whole days `start` is a midnight and `end` the midnight after its last day.
    """

    start: datetime
    end: datetime
    all_day: bool = False
    rule: Rule | None = None
    exdates: tuple[datetime, ...] = ()
    "Begins that were taken out; a cancelled one is no exception but an Override: it stays visible."
    rdates: tuple[datetime, ...] = ()
    "Extra begins, that the rule does not make."
    skip: frozenset[Kind] = frozenset()
    closed: tuple[Period, ...] = ()
    "Days off, handed in by the caller; those whose kind is in `skip` count, and own ones always."

    def __post_init__(self) -> None:
        for name in ("exdates", "rdates"):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
            _check_moments(name, getattr(self, name))
        _check_moments("start", (self.start, self.end))
        _check_length(self)
        if max(len(self.exdates), len(self.rdates)) > MAX_DATES:
            text = _("Vul hooguit %(most)s datums in.")
            raise ValidationError(text, code="dates", params={"most": MAX_DATES})

    @property
    def length(self) -> timedelta:
        """How long it lasts on the clock."""
        return self.end - self.start

    @property
    def horizon(self) -> datetime:
        """Where even a series without an end is cut off."""
        until = self.rule.until if self.rule else None
        limit = self.start + timedelta(days=366 * MAX_YEARS)
        return min(limit, datetime.combine(until, time.min) + DAY) if until else limit

    def days_off(self, first: date, last: date) -> set[date]:
        """Give the days from first to last on which this series makes way."""
        found: set[date] = set()
        for one in self.closed:
            if one.kind in self.skip or one.kind == Kind.OWN:
                found.update(one.days(first, last))
        return found

    def is_day_off(self, day: date) -> bool:
        """Whether this series makes way on this day."""
        return bool(self.days_off(day, day))

    def keys(self, first: datetime | None = None) -> Iterator[datetime]:
        """Give all begins, bounded in time."""
        return series_keys(self, first or self.start, self._until())

    def has(self, key: datetime) -> bool:
        """Whether something takes place that began (before it was moved) at this time."""
        return next(series_keys(self, key, key + timedelta(microseconds=1)), None) == key

    def makes(self, key: datetime) -> bool:
        """Whether the rule itself gives this time, taken out or not."""
        if self.rule is None:
            return key == self.start
        found = rule_keys(self.rule, self.start, key, key + timedelta(microseconds=1))
        return next(found, None) == key

    def first_time(self) -> datetime | None:
        """Give the first begin that the rule makes on or after the start."""
        if self.rule is None:
            return self.start
        return next(rule_keys(self.rule, self.start, self.start, self.horizon), None)

    def _until(self) -> datetime:
        return max((self.horizon, *(key + DAY for key in self.rdates)))


def check_series(series: Series) -> None:
    """Refuse a series that a volunteer cannot have meant; the errors are by field of the form."""
    rule = series.rule
    if rule is None and (series.exdates or series.skip):
        raise _wrong("repeats", _("Een activiteit die niet herhaalt, heeft geen uitzonderingen."))
    if rule and rule.until and rule.until < series.start.date():
        raise _wrong("until", _("De laatste dag ligt voor de eerste keer."))
    limit = series.start + timedelta(days=366 * MAX_YEARS)
    if rule and rule.until and rule.until > limit.date():
        text = _("Dit is te ver vooruit. Kies een dag binnen %(years)s jaar.")
        raise _wrong("until", text, years=MAX_YEARS)
    _check_first(series)
    _check_dates(series, limit)
    _check_number(series)


def _check_moments(field: str, moments: tuple[datetime, ...]) -> None:
    for moment in moments:
        if moment.tzinfo is not None or moment.microsecond:
            raise TypeError("a series is reckoned in naive local time, in whole seconds")
        if moment.year not in YEARS:
            raise _wrong(field, _("Kies een datum in deze tijd."))


def _check_length(series: Series) -> None:
    if series.end <= series.start:
        raise _wrong("end", _("Het einde moet na het begin liggen."))
    most = MAX_DAYS_REPEATED if series.rule or series.rdates else MAX_DAYS_ONCE
    if series.length > timedelta(days=most):
        raise _wrong("end", _("Dit duurt langer dan %(most)s dagen."), most=most)
    if series.all_day and {series.start.time(), series.end.time()} != {time.min}:
        raise ValueError("whole days go from midnight to midnight")


def _check_first(series: Series) -> None:
    found = series.first_time()
    if found is None:
        raise _wrong("repeats", _("Deze dag komt zo nooit voor. Kies een andere herhaling."))
    if found != series.start:
        text = _(
            "De begindatum is %(start)s, maar de eerste keer zou dan %(first)s zijn. "
            "Pas de begindatum of de herhaling aan."
        )
        raise _wrong("repeats", text, start=_in_words(series.start), first=_in_words(found))


def _check_dates(series: Series, limit: datetime) -> None:
    for key in series.exdates:
        if not series.makes(key):
            text = _("Op %(day)s is deze activiteit er niet. Haal deze dag weg.")
            raise _wrong("exdates", text, day=_in_words(key))
    for key in series.rdates:
        if not series.start < key <= limit:
            text = _("De extra dag %(day)s moet na de eerste keer liggen, binnen %(years)s jaar.")
            raise _wrong("rdates", text, day=_in_words(key), years=MAX_YEARS)
        if _already(series, key):
            text = _("Op %(day)s is deze activiteit er al. Haal deze extra dag weg.")
            raise _wrong("rdates", text, day=_in_words(key))


def _already(series: Series, key: datetime) -> bool:
    """Two times on one day would have the same address."""
    if any(other.date() == key.date() and other != key for other in series.rdates):
        return True
    midnight = datetime.combine(key.date(), time.min)
    others = rule_keys(series.rule, series.start, midnight, midnight + DAY) if series.rule else ()
    left = any(other not in series.exdates for other in others)
    return key in series.exdates or (left and not series.is_day_off(key.date()))


def _check_number(series: Series) -> None:
    # Only a last day can make too many: a number has its own limit, and an open end is cut off.
    has_last_day = series.rule is not None and series.rule.until is not None
    most = MAX_OCCURRENCES if has_last_day else 0
    found = sum(1 for _key in islice(series.keys(), most + 1))
    if not found:
        raise _wrong("skip", _("Zo blijft er geen enkele keer over."))
    if has_last_day and found > most:
        text = _("Dit zijn meer dan %(most)s keer. Kies een eerdere laatste dag.")
        raise _wrong("until", text, most=MAX_OCCURRENCES)


def _in_words(key: datetime) -> str:
    return formats.date_format(key, "l j F Y")


def _wrong(field: str, message: Any, **params: Any) -> ValidationError:
    return ValidationError({field: ValidationError(message, code=field, params=params)})
