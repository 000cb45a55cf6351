"""Which series are refused, and in which words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.rule import Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series, check_series

START = datetime(2027, 3, 9, 10)  # a Tuesday
TUESDAYS = Rule(freq=Freq.WEEKLY, weekdays=(1,))


def series(**said: Any) -> Series:
    return Series(**{"start": START, "end": START + timedelta(hours=2), "rule": TUESDAYS} | said)


def day(month: int, number: int, hour: int = 10) -> datetime:
    return datetime(2027, month, number, hour)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"rule": None},
        {"rule": None, "rdates": (day(3, 11), day(4, 1, 14))},
        {"exdates": (START,)},
        {"rule": Rule(freq=Freq.DAILY, count=1000)},
        {"rule": Rule(freq=Freq.MONTHLY, day=9, short_month=ShortMonth.LAST_DAY)},
        {"exdates": (day(3, 16),), "rdates": (day(3, 16, 14),)},
        {"rule": None, "end": START + timedelta(days=366)},
    ],
)
def test_a_series_that_means_something_is_taken(said: dict[str, Any]) -> None:
    check_series(series(**said))


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        (
            "repeats",
            "begindatum is dinsdag 9 maart 2027, maar de eerste keer zou dan woensdag 10",
            {"rule": Rule(freq=Freq.WEEKLY, weekdays=(2,))},
        ),
        (
            "repeats",
            "komt zo nooit voor",
            {"rule": Rule(freq=Freq.YEARLY, interval=10, day=29, month=2, until=date(2036, 1, 1))},
        ),
        ("repeats", "heeft geen uitzonderingen", {"rule": None, "exdates": (START,)}),
        (
            "until",
            "ligt voor de eerste keer",
            {"rule": Rule(freq=Freq.DAILY, until=date(2027, 3, 8))},
        ),
        (
            "until",
            "binnen 10 jaar",
            {"rule": Rule(freq=Freq.YEARLY, day=9, month=3, until=date(2099, 1, 1))},
        ),
        ("until", "meer dan 1000 keer", {"rule": Rule(freq=Freq.DAILY, until=date(2030, 3, 9))}),
        (
            "exdates",
            "Op woensdag 17 maart 2027 is deze activiteit er niet",
            {"exdates": (day(3, 17),)},
        ),
        ("exdates", "Op dinsdag 16 maart 2027 is", {"exdates": (day(3, 16, 11),)}),
        ("exdates", "Op dinsdag 2 maart 2027 is", {"exdates": (day(3, 2),)}),
        ("rdates", "moet na de eerste keer liggen", {"rdates": (day(3, 8),)}),
        ("rdates", "binnen 10 jaar", {"rdates": (datetime(2039, 1, 1, 10),)}),
        ("rdates", "Op dinsdag 16 maart 2027 is deze activiteit er al", {"rdates": (day(3, 16),)}),
        ("rdates", "is deze activiteit er al", {"rdates": (day(3, 16, 14),)}),
        ("rdates", "is deze activiteit er al", {"rdates": (day(3, 17, 9), day(3, 17, 14))}),
        ("rdates", "is deze activiteit er al", {"rdates": (day(3, 16),), "exdates": (day(3, 16),)}),
        (
            "skip",
            "geen enkele keer over",
            {
                "rule": Rule(freq=Freq.WEEKLY, weekdays=(1,), count=2),
                "exdates": (START, day(3, 16)),
            },
        ),
        (
            "skip",
            "geen enkele keer over",
            {
                "rule": Rule(freq=Freq.WEEKLY, weekdays=(1,), count=2),
                "skip": frozenset({Kind.SCHOOL}),
                "closed": (Period(date(2027, 3, 1), date(2027, 3, 31), Kind.SCHOOL),),
            },
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_next_to_its_question(
    field: str, words: str, said: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as refusal:
        check_series(series(**said))

    assert list(refusal.value.message_dict) == [field]
    assert words in refusal.value.message_dict[field][0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("einde moet na het begin", {"end": START}),
        ("einde moet na het begin", {"end": START - timedelta(hours=1)}),
        ("langer dan 31 dagen", {"end": START + timedelta(days=32)}),
        ("langer dan 366 dagen", {"end": START + timedelta(days=367), "rule": None}),
        ("hooguit 200 datums", {"rdates": tuple(START + timedelta(days=n) for n in range(1, 202))}),
        ("in deze tijd", {"start": datetime(9999, 12, 31), "end": datetime(9999, 12, 31, 1)}),
        ("in deze tijd", {"start": datetime(1, 1, 1), "end": datetime(1, 1, 1, 1)}),
        ("in deze tijd", {"exdates": (datetime(9999, 12, 31, 23, 59),)}),
    ],
)
def test_some_series_cannot_even_be_made(words: str, said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=words):
        series(**said)


def test_a_moment_with_a_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="naive"):
        series(start=attach(START), end=attach(START) + timedelta(hours=1))


def test_an_extra_day_on_a_day_off_counts_because_somebody_chose_it() -> None:
    closed = (Period(date(2027, 3, 15), date(2027, 3, 20), Kind.SCHOOL),)
    found = series(rdates=(day(3, 16),), skip=frozenset({Kind.SCHOOL}), closed=closed)

    check_series(found)
    assert found.has(day(3, 16))
    assert not series(skip=frozenset({Kind.SCHOOL}), closed=closed).has(day(3, 16))


def test_own_days_off_count_without_being_chosen() -> None:
    closed = (Period(date(2027, 3, 15), date(2027, 3, 20), Kind.OWN),)

    assert not series(closed=closed).has(day(3, 16))
    assert series(closed=closed).makes(day(3, 16))
