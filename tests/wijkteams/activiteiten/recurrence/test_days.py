"""Which days and hours come out: changes of the clock, whole days, bounds and speed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from time import process_time
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.pace import at_most, check_time
from wijkteams.activiteiten.recurrence.clock import attach, detach
from wijkteams.activiteiten.recurrence.expand import Occurrence, Override, expand, upcoming
from wijkteams.activiteiten.recurrence.holidays import Kind, Period, days_off
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series, check_series

MARCH_GAP, OCTOBER_DOUBLE = date(2027, 3, 28), date(2027, 10, 31)
TUESDAYS = Rule(freq=Freq.WEEKLY, weekdays=(1,))


def series(start: datetime, hours: float = 2, rule: Rule | None = None, **said: Any) -> Series:
    return Series(start=start, end=start + timedelta(hours=hours), rule=rule, **said)


def on(found: Series, day: date, *overrides: Override) -> list[Occurrence]:
    return list(expand(found, day, day, overrides))


def clock(one: Occurrence) -> tuple[str, str]:
    return f"{one.start:%H.%M%z}", f"{one.end:%H.%M%z}"


def by_month(*days: int) -> list[str]:
    return [f"{month:02}{day:02}" for month, day in enumerate(days, 1)]


NIGHTLY = Rule(freq=Freq.DAILY)


@pytest.mark.parametrize(
    ("day", "start", "hours", "expected"),
    [
        (MARCH_GAP, "01.00", 3, ("01.00+0100", "04.00+0200")),
        (MARCH_GAP, "02.30", 4, ("03.30+0200", "06.30+0200")),
        (MARCH_GAP, "02.30", 0.75, ("03.30+0200", "04.15+0200")),
        (MARCH_GAP, "01.30", 1, ("01.30+0100", "03.30+0200")),
        (MARCH_GAP, "19.30", 2, ("19.30+0200", "21.30+0200")),
        (OCTOBER_DOUBLE, "02.30", 0.5, ("02.30+0200", "03.00+0100")),
        (OCTOBER_DOUBLE, "01.30", 1, ("01.30+0200", "02.30+0200")),
        (OCTOBER_DOUBLE, "01.00", 3, ("01.00+0200", "04.00+0100")),
        (OCTOBER_DOUBLE, "19.30", 2, ("19.30+0100", "21.30+0100")),
    ],
)
def test_the_clock_on_the_wall_counts_when_it_changes(
    day: date, start: str, hours: float, expected: tuple[str, str]
) -> None:
    begin = datetime.strptime(f"2027-01-04 {start}", "%Y-%m-%d %H.%M")

    (one,) = on(series(begin, hours, NIGHTLY), day)

    assert clock(one) == expected
    assert one.key == datetime.combine(day, begin.time())


def test_a_series_that_begins_in_summer_keeps_its_hour_in_winter() -> None:
    found = list(
        expand(series(datetime(2027, 6, 1, 19, 30), 2, TUESDAYS), MARCH_GAP, date(2028, 5, 1))
    )

    assert {f"{one.start:%H.%M}" for one in found} == {"19.30"}
    assert {one.start.utcoffset() for one in found} == {timedelta(hours=1), timedelta(hours=2)}


def test_a_moment_goes_to_the_clock_and_back() -> None:
    for hour in range(24):
        local = datetime(2027, 10, 31, hour)
        assert detach(attach(local)) == local


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"day": 31}, ["0131", "0331", "0531", "0731", "0831", "1031", "1231"]),
        (
            {"day": 31, "short_month": ShortMonth.LAST_DAY},
            by_month(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31),
        ),
        (
            {"weekdays": (0,), "nths": (5,)},
            ["0329", "0531", "0830", "1129"],
        ),
        (
            {"weekdays": (0,), "nths": (LAST,)},
            by_month(25, 22, 29, 26, 31, 28, 26, 30, 27, 25, 29, 27),
        ),
    ],
)
def test_months_differ_in_length(said: dict[str, Any], expected: list[str]) -> None:
    rule = Rule(freq=Freq.MONTHLY, **said)
    found = expand(
        series(datetime(2027, 1, 1, 10), rule=rule), date(2027, 1, 1), date(2027, 12, 31)
    )

    assert [f"{one.start:%m%d}" for one in found] == expected


@pytest.mark.parametrize(
    ("short_month", "expected"),
    [
        (ShortMonth.SKIP, ["20280229", "20320229", "20360229"]),
        (
            ShortMonth.LAST_DAY,
            [f"{year}0229" if year % 4 == 0 else f"{year}0228" for year in range(2028, 2038)],
        ),
    ],
)
def test_29_february_is_skipped_or_the_last_day(
    short_month: ShortMonth, expected: list[str]
) -> None:
    rule = Rule(freq=Freq.YEARLY, day=29, month=2, short_month=short_month)
    found = expand(
        series(datetime(2028, 2, 29, 10), rule=rule), date(2028, 1, 1), date(2037, 12, 31)
    )

    assert [f"{one.start:%Y%m%d}" for one in found] == expected


def test_whole_days_go_from_midnight_to_midnight_also_when_a_day_has_23_hours() -> None:
    start = datetime(2027, 3, 27)
    found = Series(
        start=start,
        end=start + timedelta(days=2),
        all_day=True,
        rule=Rule(freq=Freq.WEEKLY, weekdays=(5,)),
    )

    (one,) = expand(found, MARCH_GAP, MARCH_GAP)

    assert one.all_day
    assert clock(one) == ("00.00+0100", "00.00+0200")
    assert (one.start.date(), one.end.date()) == (date(2027, 3, 27), date(2027, 3, 29))


def test_what_began_earlier_and_goes_on_counts() -> None:
    camp = series(datetime(2027, 7, 5, 10), 50, Rule(freq=Freq.YEARLY, day=5, month=7))

    assert [len(on(camp, date(2027, 7, day))) for day in range(4, 9)] == [0, 1, 1, 1, 0]


def test_what_ends_at_midnight_is_not_on_the_next_day() -> None:
    party = series(datetime(2027, 7, 5, 20), 4)

    assert on(party, date(2027, 7, 5))
    assert not on(party, date(2027, 7, 6))


def test_days_off_exceptions_and_extra_days() -> None:
    closed = (
        *days_off(date(2027, 1, 1), date(2027, 12, 31)),
        Period(date(2027, 4, 24), date(2027, 5, 2), Kind.SCHOOL),
    )
    mondays = Rule(freq=Freq.WEEKLY, weekdays=(0,))
    found = series(
        datetime(2027, 3, 1, 10),
        rule=mondays,
        skip=frozenset({Kind.PUBLIC, Kind.SCHOOL}),
        closed=closed,
        exdates=(datetime(2027, 4, 12, 10),),
        rdates=(datetime(2027, 4, 15, 14), datetime(2027, 4, 26, 10)),
    )

    days = [f"{one.start:%d-%m %H}" for one in expand(found, date(2027, 3, 22), date(2027, 5, 20))]

    # 29-03 second day of Easter, 12-04 taken out, 26-04 in the holidays but chosen by hand,
    # 17-05 second day of Whitsun
    assert days == [
        "22-03 10",
        "05-04 10",
        "15-04 14",
        "19-04 10",
        "26-04 10",
        "03-05 10",
        "10-05 10",
    ]


def test_a_moved_time_is_where_it_went_and_keeps_its_name() -> None:
    weekly, key = series(datetime(2027, 1, 5, 10), rule=TUESDAYS), datetime(2027, 2, 2, 10)
    moved = Override(key=key, start=datetime(2027, 3, 4, 14), end=datetime(2027, 3, 4, 15))

    assert not on(weekly, date(2027, 2, 2), moved)
    (one,) = on(weekly, date(2027, 3, 4), moved)
    assert (one.key, one.moved, one.cancelled) == (key, True, False)
    both = [one.start.day for one in expand(weekly, date(2027, 3, 1), date(2027, 3, 10), [moved])]
    assert both == [2, 4, 9]


def test_a_cancelled_time_is_still_to_be_seen() -> None:
    weekly, key = series(datetime(2027, 1, 5, 10), rule=TUESDAYS), datetime(2027, 2, 2, 10)

    (one,) = on(weekly, date(2027, 2, 2), Override(key=key, cancelled=True))

    assert one.cancelled
    assert not one.moved


def test_a_difference_of_a_time_that_is_no_more_shows_nothing() -> None:
    weekly, key = series(datetime(2027, 1, 5, 10), rule=TUESDAYS), datetime(2027, 2, 3, 10)
    moved = Override(key=key, start=datetime(2027, 3, 4, 14), end=datetime(2027, 3, 4, 15))

    assert not on(weekly, date(2027, 3, 4), moved)


def test_upcoming_gives_the_next_times_of_a_series_without_an_end() -> None:
    weekly = series(datetime(2027, 1, 5, 10), rule=TUESDAYS)

    assert [one.start.day for one in upcoming(weekly, date(2027, 1, 11), 3)] == [12, 19, 26]
    assert upcoming(series(datetime(2027, 1, 5, 10)), date(2027, 1, 6), 3) == []


def test_a_window_is_bounded() -> None:
    weekly = series(datetime(2027, 1, 5, 10), rule=TUESDAYS)

    for last in (date(2026, 12, 31), date(2199, 1, 1)):
        with pytest.raises(ValueError, match="at most eleven years"):
            list(expand(weekly, date(2027, 1, 1), last))


def test_a_week_in_two_years_takes_a_few_milliseconds() -> None:
    old = series(
        datetime(2019, 1, 8, 10),
        rule=TUESDAYS,
        skip=frozenset({Kind.PUBLIC}),
        closed=days_off(date(2027, 1, 1), date(2028, 12, 31)),
    )
    taken = []
    for _n in range(20):
        began = process_time()
        found = len(list(expand(old, date(2027, 1, 1), date(2028, 12, 31))))
        taken.append(process_time() - began)

    assert found == 102  # King's Day 2027 and the second day of Christmas 2028 are Tuesdays
    check_time(min(taken), 0.02)  # 0.001 by itself; here on a busy machine


@pytest.mark.parametrize(
    "rule",
    [
        Rule(freq=Freq.MONTHLY, interval=11, day=31),
        Rule(freq=Freq.YEARLY, interval=10, day=29, month=2),
        Rule(freq=Freq.YEARLY, interval=7, weekdays=(1,), nths=(5,), month=2),
        Rule(freq=Freq.DAILY),
    ],
)
def test_a_rule_that_hardly_ever_happens_is_refused_or_reckoned_fast(rule: Rule) -> None:
    with at_most(0.5):
        with suppress(ValidationError):
            check_series(series(datetime(2027, 1, 5, 10), rule=rule))
        endless = series(datetime(2027, 1, 5, 10), rule=rule)
        list(expand(endless, date(2027, 1, 1), date(2037, 1, 1)))
