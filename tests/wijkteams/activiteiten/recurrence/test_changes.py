"""'Deze', 'deze en volgende' and 'alle': nothing is lost without being told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.wijkteams.activiteiten.recurrence.chance import random_series
from wijkteams.activiteiten.recurrence.changes import (
    cancel_one,
    change_all,
    move_one,
    remove_one,
    resume_one,
    split,
)
from wijkteams.activiteiten.recurrence.expand import Override, expand
from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.parting import part_from
from wijkteams.activiteiten.recurrence.rule import Freq, Rule
from wijkteams.activiteiten.recurrence.series import Series

START = datetime(2027, 1, 5, 10)  # a Tuesday
TUESDAYS = Rule(freq=Freq.WEEKLY, weekdays=(1,))
HOUR = timedelta(hours=1)


def series(**said: Any) -> Series:
    return Series(**{"start": START, "end": START + 2 * HOUR, "rule": TUESDAYS} | said)


def week(number: int, hours: int = 0) -> datetime:
    return START + timedelta(weeks=number, hours=hours)


def shown(found: Series, *overrides: Override) -> list[str]:
    days = expand(found, date(2027, 1, 1), date(2027, 3, 31), overrides)
    return [f"{one.start:%d-%m %H}" + (" x" if one.cancelled else "") for one in days]


def test_one_is_cancelled_and_takes_place_after_all() -> None:
    cancelled = cancel_one(series(), (), week(1))

    assert shown(series(), *cancelled)[:3] == ["05-01 10", "12-01 10 x", "19-01 10"]
    assert resume_one(series(), cancelled, week(1)) == ()


def test_one_is_moved_and_cancelled_and_comes_back_where_it_was_moved() -> None:
    moved = move_one(series(), (), week(1), week(1, 4), week(1, 6))
    cancelled = cancel_one(series(), moved, week(1))

    assert shown(series(), *cancelled)[1] == "12-01 14 x"
    assert resume_one(series(), cancelled, week(1)) == moved
    assert move_one(series(), moved, week(1), week(1), week(1, 2)) == ()


def test_one_that_is_removed_is_gone_and_named() -> None:
    kept, other = Override(key=week(2), cancelled=True), Override(key=week(1), cancelled=True)
    changed = remove_one(series(), (other, kept), week(1))

    assert shown(changed.series)[:2] == ["05-01 10", "19-01 10"]
    assert (changed.overrides, changed.lost) == ((kept,), (week(1),))


def test_an_extra_day_and_a_separate_day_are_removed() -> None:
    extra = datetime(2027, 1, 7, 10)

    assert remove_one(series(rdates=(extra,)), (), extra).series == series()
    separate = series(rule=None, rdates=(extra,))
    assert shown(remove_one(separate, (), extra).series) == ["05-01 10"]
    assert shown(remove_one(separate, (), START).series) == ["07-01 10"]


@pytest.mark.parametrize("found", [series(rule=None), series(rule=replace(TUESDAYS, count=1))])
def test_the_last_time_is_not_removed(found: Series) -> None:
    with pytest.raises(ValidationError, match="geen enkele keer over"):
        remove_one(found, (), START)


@pytest.mark.parametrize("key", [week(1, 1), week(-1), START + timedelta(days=1)])
def test_a_time_that_does_not_belong_to_the_series_is_refused(key: datetime) -> None:
    for change in (cancel_one, resume_one, remove_one, split):
        with pytest.raises(ValidationError, match="hoort niet"):
            change(series(), (), key)


def test_an_end_before_the_begin_is_refused() -> None:
    with pytest.raises(ValidationError, match="einde moet na het begin"):
        move_one(series(), (), week(1), week(1), week(1))


def test_a_later_hour_for_all_takes_differences_and_names_along() -> None:
    later = series(start=START + HOUR, end=START + 3 * HOUR)
    moved = Override(key=week(3), start=week(3, 30), end=week(3, 32))
    changed = change_all(series(), (Override(key=week(2), cancelled=True), moved), later, [week(1)])

    assert changed.renamed == {week(1): week(1, 1)}
    assert changed.lost == ()
    assert shown(changed.series, *changed.overrides)[2:4] == ["19-01 11 x", "27-01 16"]


def test_another_weekday_pairs_within_the_week() -> None:
    thursdays = replace(TUESDAYS, weekdays=(3,))
    start = START + timedelta(days=2)
    new = series(rule=thursdays, start=start, end=start + HOUR)

    changed = change_all(series(), cancel_one(series(), (), week(1)), new, [week(1), week(2)])

    assert changed.renamed == {week(n): week(n) + timedelta(days=2) for n in (1, 2)}
    assert shown(changed.series, *changed.overrides)[1] == "14-01 10 x"


def test_a_shorter_series_names_who_is_lost() -> None:
    short = series(rule=replace(TUESDAYS, until=date(2027, 1, 12)))

    changed = change_all(series(), (), short, [week(1), week(2), week(3)])

    assert changed.renamed == {week(1): week(1)}
    assert changed.lost == (week(2), week(3))


def test_new_holidays_name_who_is_lost() -> None:
    on = series(skip=frozenset({Kind.SCHOOL}))
    off = replace(on, closed=(Period(date(2027, 1, 11), date(2027, 1, 13), Kind.SCHOOL),))

    assert change_all(on, (), off, [week(0), week(1)]).lost == (week(1),)


def test_once_is_moved_to_another_day() -> None:
    once = series(rule=None)
    other = replace(once, start=week(9), end=week(9, 2))

    assert change_all(once, (), other, [START]).renamed == {START: week(9)}


def test_a_series_that_becomes_once_loses_all_other_times() -> None:
    changed = change_all(series(), (), series(rule=None), [week(0), week(1)])

    assert (changed.renamed, changed.lost) == ({START: START}, (week(1),))


def test_two_times_never_become_one() -> None:
    both = series(rule=replace(TUESDAYS, weekdays=(1, 3)))
    names = [week(1), week(1) + timedelta(days=2)]
    fridays = series(
        rule=replace(TUESDAYS, weekdays=(4,)),
        start=datetime(2027, 1, 8, 10),
        end=datetime(2027, 1, 8, 11),
    )

    changed = change_all(both, (), fridays, names)

    assert changed.renamed == {names[0]: datetime(2027, 1, 15, 10)}
    assert changed.lost == (names[1],)


def test_who_planned_that_day_keeps_it_and_nobody_comes_on_top() -> None:
    both = series(rule=replace(TUESDAYS, weekdays=(1, 3)))
    tuesday, thursday = week(1), week(1) + timedelta(days=2)
    first = START + timedelta(days=2)
    thursdays = series(rule=replace(TUESDAYS, weekdays=(3,)), start=first, end=first + HOUR)

    changed = change_all(both, (), thursdays, [tuesday, thursday])

    assert changed.renamed == {thursday: thursday}
    assert changed.lost == (tuesday,)


def test_this_and_following_parts_a_series() -> None:
    rule = replace(TUESDAYS, count=6)
    found = series(rule=rule, exdates=(week(1), week(4)), rdates=(week(0, 48), week(3, 48)))
    overrides = cancel_one(found, cancel_one(found, (), week(0)), week(5))

    parts = split(found, overrides, week(3), names=[week(2), week(3)])

    assert parts.before
    assert shown(parts.before.series, *parts.before.overrides) == [
        "05-01 10 x",
        "07-01 10",
        "19-01 10",
    ]
    assert shown(parts.after.series, *parts.after.overrides) == [
        "26-01 10",
        "28-01 10",
        "09-02 10 x",
    ]
    assert parts.before.renamed == {week(2): week(2)}
    assert parts.after.renamed == {week(3): week(3)}
    assert parts.after.series.rule == replace(rule, count=3)


def test_this_and_following_at_another_hour_from_then_on() -> None:
    rest = part_from(series(), week(2))
    new = replace(rest, start=rest.start + HOUR, end=rest.end + HOUR)

    parts = split(series(), (), week(2), new, [week(1), week(2), week(3)])

    assert parts.before
    assert shown(parts.before.series) == ["05-01 10", "12-01 10"]
    assert shown(parts.after.series)[:2] == ["19-01 11", "26-01 11"]
    assert parts.after.renamed == {week(2): week(2, 1), week(3): week(3, 1)}


def test_this_and_following_of_the_first_is_all() -> None:
    parts = split(series(), (), START)

    assert parts.before is None
    assert parts.after.series == series()


def test_an_extra_day_is_no_place_to_part() -> None:
    extra = datetime(2027, 1, 7, 10)

    with pytest.raises(ValidationError, match="extra dag"):
        split(series(rdates=(extra,)), (), extra)


def test_sixty_series_parted_anywhere_lose_no_time_and_gain_none() -> None:
    chance = Random("delen")
    for _n in range(60):
        found = random_series(chance)
        keys = [key for key in list(found.keys())[:40] if found.makes(key)]
        if not keys:
            continue
        names = list(found.keys())[:40]
        parts = split(found, (), chance.choice(keys), names=names)
        sides = [parts.after] + ([parts.before] if parts.before else [])

        kept = sorted(key for side in sides for key in list(side.series.keys()) if key <= names[-1])
        assert kept == names, found
        assert not [key for side in sides for key in side.lost], found
        assert sorted(key for side in sides for key in side.renamed) == names, found
