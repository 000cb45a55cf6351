"""What a rule may say, and how it is written down and read back."""

from __future__ import annotations

from datetime import date, datetime
from random import Random
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.pace import at_most
from tests.wijkteams.activiteiten.recurrence.chance import random_rule
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.rule_text import MAX_LENGTH, read_rule, write_rule

TUESDAY = datetime(2027, 3, 9, 10)


def test_five_hundred_rules_come_back_as_they_were_written() -> None:
    chance = Random("heen en terug")
    for _n in range(500):
        rule = random_rule(chance)
        assert read_rule(write_rule(rule)) == rule


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"freq": Freq.DAILY, "interval": 3}, "FREQ=DAILY;INTERVAL=3"),
        ({"freq": Freq.WEEKLY, "weekdays": (2, 0, 2)}, "FREQ=WEEKLY;BYDAY=MO,WE"),
        (
            {"freq": Freq.MONTHLY, "weekdays": (1,), "nths": (LAST, 2)},
            "FREQ=MONTHLY;BYDAY=2TU,-1TU",
        ),
        ({"freq": Freq.MONTHLY, "day": LAST}, "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ({"freq": Freq.MONTHLY, "day": 31}, "FREQ=MONTHLY;BYMONTHDAY=31"),
        (
            {"freq": Freq.MONTHLY, "day": 31, "short_month": ShortMonth.LAST_DAY},
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        ),
        (
            {"freq": Freq.YEARLY, "day": 29, "month": 2, "until": date(2036, 12, 31)},
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20361231",
        ),
        (
            {"freq": Freq.YEARLY, "weekdays": (5,), "nths": (3,), "month": 9, "count": 4},
            "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA;COUNT=4",
        ),
    ],
)
def test_a_rule_is_written_as_the_standard_says(said: dict[str, Any], text: str) -> None:
    assert write_rule(Rule(**said)) == text
    assert read_rule(text) == Rule(**said)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU"),
        ("freq=weekly;byday=mo;wkst=su;", "FREQ=WEEKLY;BYDAY=MO"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=9"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=9"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=MONTHLY;BYDAY=+2TU", "FREQ=MONTHLY;BYDAY=2TU"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("FREQ=DAILY;UNTIL=20270630T080000Z", "FREQ=DAILY;UNTIL=20270630"),
        ("FREQ=DAILY;UNTIL=20270630T075959Z", "FREQ=DAILY;UNTIL=20270629"),
        ("FREQ=DAILY;UNTIL=20270630T100000", "FREQ=DAILY;UNTIL=20270630"),
    ],
)
def test_what_other_calendars_write_is_understood(theirs: str, ours: str) -> None:
    assert write_rule(read_rule(theirs, TUESDAY)) == ours


@pytest.mark.parametrize("freq", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_more_than_once_a_day_is_refused_in_words(freq: str) -> None:
    with pytest.raises(ValidationError, match="niet vaker dan één keer per dag"):
        read_rule(f"FREQ={freq}")


HOSTILE = [
    "",
    ";",
    "FREQ",
    "FREQ=",
    "FREQ=NEVER",
    "FREQ=DAILY;FREQ=DAILY",
    "FREQ=DAILY;BYHOUR=0,1,2,3",
    "FREQ=DAILY;BYMINUTE=1",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=DAILY;INTERVAL=1,2",
    "FREQ=DAILY;INTERVAL=99999999999999999999",
    "FREQ=DAILY;INTERVAL=１",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;COUNT=1001",
    "FREQ=DAILY;COUNT=5;UNTIL=20270101",
    "FREQ=DAILY;UNTIL=20271301",
    "FREQ=DAILY;UNTIL=2027",
    "FREQ=DAILY;UNTIL=00010101T000000Z",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;BYDAY=MO;INTERVAL=2",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYDAY=MO,SU;INTERVAL=2;WKST=SU",
    "FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 500),
    "FREQ=MONTHLY;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=6TU",
    "FREQ=MONTHLY;BYDAY=2TU,3WE",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=1,2,3,-1",
    "FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32",
    "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
    "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTHDAY=1",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=YEARLY;BYYEARDAY=1",
    "FREQ=YEARLY;BYEASTER=0",
    "FREQ=DAILY\r\nEXDATE:20270101T000000",
    "FREQ=DAILY;X-" + "A" * MAX_LENGTH + "=1",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_volunteer_cannot_make_is_refused_at_once(text: str) -> None:
    with at_most(0.1), pytest.raises(ValidationError) as refusal:
        read_rule(text)

    assert refusal.value.messages


def test_hostile_years_come_back_or_are_refused() -> None:
    chance = Random("rommel")
    signs = "FREQ=DAILYWKMONTHBYD;,-+0123456789TUZ"
    for _n in range(3000):
        text = "FREQ=" + "".join(chance.choice(signs) for _n in range(chance.randint(0, 40)))
        try:
            rule = read_rule(text, TUESDAY)
        except ValidationError:
            continue
        assert read_rule(write_rule(rule)) == rule


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"freq": Freq.WEEKLY}, "Kies op welke dagen van de week het is."),
        ({"freq": Freq.WEEKLY, "weekdays": (7,)}, "Kies op welke dagen van de week het is."),
        ({"freq": Freq.WEEKLY, "weekdays": (1,), "interval": 53}, "1 tot en met 52"),
        ({"freq": Freq.DAILY, "interval": 100}, "1 tot en met 99"),
        ({"freq": Freq.DAILY, "count": 1001}, "1 tot en met 1000"),
        ({"freq": Freq.DAILY, "count": 3, "until": date(2027, 1, 1)}, "Kies één manier"),
        ({"freq": Freq.MONTHLY, "day": 32}, "1 tot en met 31"),
        ({"freq": Freq.MONTHLY, "weekdays": (1,)}, "de hoeveelste van de maand"),
        ({"freq": Freq.MONTHLY, "weekdays": (1, 2), "nths": (1,)}, "Kies één dag van de week."),
        ({"freq": Freq.MONTHLY, "weekdays": (1,), "nths": (2,), "day": 3}, "niet beide"),
        ({"freq": Freq.YEARLY, "day": 3}, "Kies in welke maand het is."),
        ({"freq": Freq.YEARLY, "day": 30, "month": 2}, "bestaat niet in die maand"),
    ],
)
def test_a_wrong_rule_cannot_be_made(said: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Rule(**said)


def test_a_short_month_matters_only_to_days_that_can_be_missing() -> None:
    late = ShortMonth.LAST_DAY

    assert Rule(freq=Freq.MONTHLY, day=15, short_month=late).short_month == ShortMonth.SKIP
    assert Rule(freq=Freq.YEARLY, day=31, month=5, short_month=late).short_month == ShortMonth.SKIP
    assert Rule(freq=Freq.YEARLY, day=29, month=2, short_month=late).short_month == late
