"""Days on which a series may make way: public holidays and school holidays.

Public holidays are reckoned: Algemene termijnenwet, article 3 (New Year's Day, Good Friday, second
day of Easter and Whitsun, Ascension Day, King's Day, 5 May, both days of Christmas), and the
Sundays of Easter and Whitsun. King's Day is 27 April, or the day before when that is a Sunday
(Staatsblad 2013, 265).

School holidays are not reckoned: the minister sets them per region, a few years ahead (Regeling
vaststelling schoolvakanties), and a municipality may differ. They are a list that an editor keeps;
who calls hands them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dateutil.easter import easter
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FIRST_YEAR = 2014
"Before that the queen's birthday was celebrated, on 30 April."
MAX_DAYS = 100


class Kind(StrEnum):
    """Why it is a day off."""

    PUBLIC = "feestdag"
    SCHOOL = "schoolvakantie"
    OWN = "eigen"


class Region(StrEnum):
    """The three parts in which the schools of the Netherlands have their holidays."""

    NOORD = "noord"
    MIDDEN = "midden"
    ZUID = "zuid"


@dataclass(frozen=True, slots=True)
class Period:
    """Days off, the last one included; without regions it counts for the whole country."""

    first: date
    last: date
    kind: Kind
    name: Any = ""
    regions: frozenset[Region] = frozenset()

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValidationError(_("De laatste dag ligt voor de eerste dag."), code="end")
        if (self.last - self.first).days >= MAX_DAYS:
            text = _("Deze vrije periode is langer dan %(most)s dagen. Kloppen de datums?")
            raise ValidationError(text, code="long", params={"most": MAX_DAYS})

    def days(self, first: date, last: date) -> Iterator[date]:
        """Give those of its days that lie from first to last."""
        begin, end = max(first, self.first).toordinal(), min(last, self.last).toordinal()
        return (date.fromordinal(number) for number in range(begin, end + 1))


def public_holidays(year: int) -> tuple[Period, ...]:
    """Give the public holidays of a year, in order."""
    if not FIRST_YEAR <= year <= 4099:
        raise ValueError(f"no public holidays known for {year}")
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    days = [
        (date(year, 1, 1), _("Nieuwjaarsdag")),
        (sunday - timedelta(days=2), _("Goede Vrijdag")),
        (sunday, _("Eerste paasdag")),
        (sunday + timedelta(days=1), _("Tweede paasdag")),
        (kings_day, _("Koningsdag")),
        (date(year, 5, 5), _("Bevrijdingsdag")),
        (sunday + timedelta(days=39), _("Hemelvaartsdag")),
        (sunday + timedelta(days=49), _("Eerste pinksterdag")),
        (sunday + timedelta(days=50), _("Tweede pinksterdag")),
        (date(year, 12, 25), _("Eerste kerstdag")),
        (date(year, 12, 26), _("Tweede kerstdag")),
    ]
    return tuple(Period(day, day, Kind.PUBLIC, name) for day, name in sorted(days, key=_day))


def days_off(
    first: date, last: date, *, school: Iterable[Period] = (), region: Region | None = None
) -> tuple[Period, ...]:
    """Give all days off between two days: the public ones, and the schools' of this region."""
    years = range(max(first.year, FIRST_YEAR), last.year + 1)
    public = [one for year in years for one in public_holidays(year)]
    ours = [one for one in school if not one.regions or region is None or region in one.regions]
    found = [one for one in (*public, *ours) if one.first <= last and one.last >= first]
    return tuple(sorted(found, key=lambda one: (one.first, one.last)))


def _day(pair: tuple[date, Any]) -> date:
    return pair[0]
