"""Public holidays of the Netherlands, and school holidays per region."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from wijkteams.activiteiten.recurrence.holidays import (
    Kind,
    Period,
    Region,
    days_off,
    public_holidays,
)


def days(year: int) -> dict[str, str]:
    return {str(one.name): f"{one.first:%d-%m}" for one in public_holidays(year)}


def test_the_holidays_of_2027() -> None:
    assert days(2027) == {
        "Nieuwjaarsdag": "01-01",
        "Goede Vrijdag": "26-03",
        "Eerste paasdag": "28-03",
        "Tweede paasdag": "29-03",
        "Koningsdag": "27-04",
        "Bevrijdingsdag": "05-05",
        "Hemelvaartsdag": "06-05",
        "Eerste pinksterdag": "16-05",
        "Tweede pinksterdag": "17-05",
        "Eerste kerstdag": "25-12",
        "Tweede kerstdag": "26-12",
    }


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2024, "31-03"),
        (2025, "20-04"),
        (2026, "05-04"),
        (2028, "16-04"),
        (2029, "01-04"),
        (2030, "21-04"),
        (2035, "25-03"),
        (2038, "25-04"),
        (2049, "18-04"),
        (2076, "19-04"),
    ],
)
def test_easter_moves(year: int, easter: str) -> None:
    assert days(year)["Eerste paasdag"] == easter


def test_easter_is_the_sunday_after_the_first_full_moon_of_spring_for_two_centuries() -> None:
    """Against the arithmetic of Meeus, Jones and Butcher, written out."""
    for year in range(2014, 2200):
        a, b, c = year % 19, year // 100, year % 100
        h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
        m = (a + 11 * h + 22 * weekday) // 451
        month, day = divmod(h + weekday - 7 * m + 114, 31)
        assert days(year)["Eerste paasdag"] == f"{day + 1:02}-{month:02}", year


@pytest.mark.parametrize(
    ("year", "day"), [(2014, "26-04"), (2025, "26-04"), (2026, "27-04"), (2031, "26-04")]
)
def test_kings_day_is_not_on_a_sunday(year: int, day: str) -> None:
    assert days(year)["Koningsdag"] == day


def test_ascension_day_may_be_liberation_day() -> None:
    assert days(2016)["Hemelvaartsdag"] == days(2016)["Bevrijdingsdag"] == "05-05"


@pytest.mark.parametrize("year", [2013, 5000])
def test_other_years_are_not_guessed(year: int) -> None:
    with pytest.raises(ValueError, match="no public holidays known"):
        public_holidays(year)


FIRST, LAST = date(2027, 2, 1), date(2027, 3, 31)
NOORD = Period(date(2027, 2, 20), date(2027, 2, 28), Kind.SCHOOL, "v", frozenset({Region.NOORD}))
ZUID = Period(date(2027, 2, 13), date(2027, 2, 21), Kind.SCHOOL, "v", frozenset({Region.ZUID}))
ALL = Period(date(2027, 3, 31), date(2027, 4, 9), Kind.SCHOOL, "v")


def test_schools_have_holidays_by_region() -> None:
    found = days_off(FIRST, LAST, school=[ALL, NOORD, ZUID], region=Region.NOORD)

    assert [one for one in found if one.kind == Kind.SCHOOL] == [NOORD, ALL]
    assert [str(one.name) for one in found if one.kind == Kind.PUBLIC] == [
        "Goede Vrijdag",
        "Eerste paasdag",
        "Tweede paasdag",
    ]


def test_without_a_region_all_count() -> None:
    found = days_off(FIRST, LAST, school=[NOORD, ZUID])

    assert [one for one in found if one.kind == Kind.SCHOOL] == [ZUID, NOORD]


def test_a_window_before_the_first_known_year_has_no_holidays() -> None:
    assert days_off(date(2010, 1, 1), date(2013, 12, 31)) == ()


def test_a_period_gives_its_days_within_a_window() -> None:
    assert list(NOORD.days(date(2027, 2, 27), LAST)) == [date(2027, 2, 27), date(2027, 2, 28)]
    assert list(NOORD.days(LAST, FIRST)) == []


def test_a_period_that_ends_before_it_begins_or_goes_on_for_ever_is_refused() -> None:
    with pytest.raises(ValidationError, match="voor de eerste dag"):
        Period(LAST, FIRST, Kind.SCHOOL)
    with pytest.raises(ValidationError, match="langer dan 100 dagen"):
        Period(FIRST, FIRST + timedelta(days=100), Kind.SCHOOL)
