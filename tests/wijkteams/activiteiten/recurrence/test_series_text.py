"""A series in one column: written and read back the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest
from django.core.exceptions import ValidationError

from tests.wijkteams.activiteiten.recurrence.chance import CLOSED, random_series
from wijkteams.activiteiten.recurrence.holidays import Kind
from wijkteams.activiteiten.recurrence.rule import Freq, Rule
from wijkteams.activiteiten.recurrence.series import MAX_DATES, Series
from wijkteams.activiteiten.recurrence.series_text import MAX_LENGTH, read_series, write_series

START = datetime(2027, 1, 12, 10)
TEXT = """DTSTART:20270112T100000
DTEND:20270112T120000
RRULE:FREQ=MONTHLY;BYDAY=2TU
EXDATE:20270209T100000
RDATE:20270114T140000,20270115T100000
X-SKIP:feestdag,schoolvakantie"""


def test_a_series_is_written_in_lines_that_people_can_read() -> None:
    series = Series(
        start=START,
        end=START + timedelta(hours=2),
        rule=Rule(freq=Freq.MONTHLY, weekdays=(1,), nths=(2,)),
        exdates=(datetime(2027, 2, 9, 10),),
        rdates=(datetime(2027, 1, 15, 10), datetime(2027, 1, 14, 14)),
        skip=frozenset({Kind.SCHOOL, Kind.PUBLIC}),
    )

    assert write_series(series) == TEXT
    assert read_series(TEXT) == series


def test_two_hundred_series_come_back_as_they_were_written() -> None:
    chance = Random("bewaren")
    for _n in range(200):
        series = random_series(chance)
        assert read_series(write_series(series), CLOSED) == series


def test_whole_days_and_once() -> None:
    midnight = datetime(2027, 1, 12)
    once = Series(start=midnight, end=midnight + timedelta(days=3), all_day=True)

    assert write_series(once) == "DTSTART:20270112\nDTEND:20270115"
    assert read_series(write_series(once)) == once


def test_the_longest_series_fits() -> None:
    days = tuple(START + timedelta(days=number) for number in range(1, MAX_DATES + 1))
    rule = Rule(freq=Freq.DAILY)
    skip = frozenset(Kind)
    series = Series(
        start=START, end=START + timedelta(hours=1), rule=rule, exdates=days, rdates=days, skip=skip
    )

    assert len(write_series(series)) < MAX_LENGTH
    assert read_series(write_series(series)) == series


@pytest.mark.parametrize(
    "text",
    [
        "",
        "DTSTART:20270112T100000",
        "DTSTART:20270112T100000\nDTEND:",
        "DTSTART:20270112T100000\nDTEND:morgen",
        "DTSTART:20270112T100000,20270113T100000\nDTEND:20270112T120000",
        "DTSTART:20270230T100000\nDTEND:20270231T120000",
        "DTSTART:20270112\nDTEND:20270112T120000",
        "DTSTART:20270112T120000\nDTEND:20270112T100000",
        TEXT + "\nX-SKIP:zomaar",
        TEXT + "\nEXRULE:FREQ=DAILY",
        TEXT.replace("feestdag", "zomaar"),
        TEXT.replace("MONTHLY", "SECONDLY"),
        TEXT.replace("20270209T100000", "20270209T250000"),
        TEXT + "\n" * MAX_LENGTH,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        read_series(text)
