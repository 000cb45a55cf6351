"""Series in plain Dutch, case by case."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.utils import translation

from tests.wijkteams.activiteiten.recurrence.chance import random_series
from wijkteams.activiteiten.recurrence.holidays import Kind, Period, days_off
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.words import in_short, in_words

D, W, M, Y = Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY
LATE = ShortMonth.LAST_DAY
START = datetime(2027, 1, 12, 10)
TUESDAYS = Rule(freq=W, weekdays=(1,))


def series(**said: Any) -> Series:
    return Series(**{"start": START, "end": START + timedelta(hours=2), "rule": TUESDAYS} | said)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"freq": D}, "elke dag"),
        ({"freq": D, "interval": 3}, "elke 3 dagen"),
        ({"freq": W, "weekdays": (0,)}, "elke maandag"),
        ({"freq": W, "weekdays": (0, 2)}, "elke maandag en woensdag"),
        ({"freq": W, "weekdays": (0, 2, 4)}, "elke maandag, woensdag en vrijdag"),
        ({"freq": W, "weekdays": (0, 1, 2, 3, 4)}, "elke werkdag"),
        ({"freq": W, "weekdays": tuple(range(7))}, "elke dag"),
        ({"freq": W, "weekdays": (5, 6)}, "elke zaterdag en zondag"),
        ({"freq": W, "interval": 2, "weekdays": (1,)}, "elke 2 weken op dinsdag"),
        ({"freq": W, "interval": 3, "weekdays": (1, 3)}, "elke 3 weken op dinsdag en donderdag"),
        ({"freq": W, "interval": 2, "weekdays": (0, 1, 2, 3, 4)}, "elke 2 weken op werkdagen"),
        ({"freq": M, "weekdays": (1,), "nths": (2,)}, "elke 2e dinsdag van de maand"),
        ({"freq": M, "weekdays": (1,), "nths": (1, 3)}, "elke 1e en 3e dinsdag van de maand"),
        ({"freq": M, "weekdays": (4,), "nths": (LAST,)}, "elke laatste vrijdag van de maand"),
        (
            {"freq": M, "weekdays": (4,), "nths": (1, LAST)},
            "elke 1e en laatste vrijdag van de maand",
        ),
        (
            {"freq": M, "interval": 3, "weekdays": (1,), "nths": (2,)},
            "elke 3 maanden op de 2e dinsdag",
        ),
        ({"freq": M, "day": 15}, "elke maand op de 15e"),
        ({"freq": M, "interval": 2, "day": 1}, "elke 2 maanden op de 1e"),
        ({"freq": M, "day": LAST}, "elke laatste dag van de maand"),
        ({"freq": M, "interval": 2, "day": LAST}, "elke 2 maanden op de laatste dag van de maand"),
        ({"freq": M, "day": 31}, "elke maand op de 31e (niet in maanden zonder die dag)"),
        (
            {"freq": M, "day": 30, "short_month": LATE},
            "elke maand op de 30e (en anders op de laatste dag van de maand)",
        ),
        ({"freq": Y, "day": 5, "month": 5}, "elk jaar op 5 mei"),
        ({"freq": Y, "interval": 2, "day": 5, "month": 5}, "elke 2 jaar op 5 mei"),
        ({"freq": Y, "day": LAST, "month": 2}, "elk jaar op de laatste dag van februari"),
        (
            {"freq": Y, "day": 29, "month": 2},
            "elk jaar op 29 februari (alleen in een schrikkeljaar)",
        ),
        (
            {"freq": Y, "day": 29, "month": 2, "short_month": LATE},
            "elk jaar op 29 februari (en anders op 28 februari)",
        ),
        (
            {"freq": Y, "weekdays": (5,), "nths": (3,), "month": 9},
            "elk jaar op de 3e zaterdag van september",
        ),
        (
            {"freq": Y, "interval": 2, "weekdays": (5,), "nths": (LAST,), "month": 9},
            "elke 2 jaar op de laatste zaterdag van september",
        ),
    ],
)
def test_how_often(said: dict[str, Any], words: str) -> None:
    assert in_short(series(rule=Rule(**said))) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("12 10.00", "12 12.00", "van 10.00 tot 12.00 uur"),
        ("12 09.05", "12 17.30", "van 9.05 tot 17.30 uur"),
        ("12 20.00", "13 00.00", "van 20.00 tot 24.00 uur"),
        ("12 20.00", "13 02.00", "van 20.00 tot 2.00 uur de volgende dag"),
        ("12 10.00", "14 12.00", "van 10.00 uur tot 2 dagen later 12.00 uur"),
        ("12 10.00", "14 00.00", "van 10.00 tot 24.00 uur de volgende dag"),
    ],
)
def test_the_hours(start: str, end: str, words: str) -> None:
    begin, finish = (datetime.strptime(f"2027-01-{one}", "%Y-%m-%d %H.%M") for one in (start, end))

    assert in_words(series(start=begin, end=finish)) == f"elke dinsdag {words}"


def test_whole_days() -> None:
    midnight = datetime(2027, 1, 12)
    one = series(start=midnight, end=midnight + timedelta(days=1), all_day=True)
    two = series(start=midnight, end=midnight + timedelta(days=2), all_day=True)

    assert in_words(one) == "elke dinsdag de hele dag"
    assert in_words(two) == "elke dinsdag 2 dagen lang"


def test_once() -> None:
    once = series(rule=None)

    assert in_short(once) == "op dinsdag 12 januari 2027"
    assert in_words(once) == "op dinsdag 12 januari 2027 van 10.00 tot 12.00 uur"


SECOND = Rule(freq=M, weekdays=(1,), nths=(2,), until=date(2027, 6, 30))
OWN = Period(date(2027, 7, 1), date(2027, 8, 31), Kind.OWN)
TEN = tuple(START + timedelta(weeks=number) for number in range(1, 11))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            {"rule": SECOND, "skip": frozenset({Kind.SCHOOL})},
            "elke 2e dinsdag van de maand van 10.00 tot 12.00 uur, "
            "behalve in de schoolvakanties, tot en met 30 juni 2027",
        ),
        (
            {"skip": frozenset({Kind.SCHOOL, Kind.PUBLIC})},
            "elke dinsdag van 10.00 tot 12.00 uur, behalve in de schoolvakanties en op feestdagen",
        ),
        ({"exdates": TEN[:1]}, "elke dinsdag van 10.00 tot 12.00 uur, behalve op 19 januari 2027"),
        (
            {"exdates": TEN[:2], "skip": frozenset({Kind.PUBLIC})},
            "elke dinsdag van 10.00 tot 12.00 uur, "
            "behalve op feestdagen en op 19 januari 2027 en 26 januari 2027",
        ),
        ({"exdates": TEN}, "elke dinsdag van 10.00 tot 12.00 uur, behalve op 10 dagen"),
        (
            {"closed": (OWN,)},
            "elke dinsdag van 10.00 tot 12.00 uur, "
            "behalve van 1 juli 2027 tot en met 31 augustus 2027",
        ),
        (
            {"rdates": (datetime(2027, 1, 14, 10),)},
            "elke dinsdag van 10.00 tot 12.00 uur, en ook op 14 januari 2027",
        ),
        (
            {"rule": Rule(freq=W, weekdays=(1,), count=10)},
            "elke dinsdag van 10.00 tot 12.00 uur, 10 keer",
        ),
        (
            {"rule": Rule(freq=W, weekdays=(1,), count=1)},
            "elke dinsdag van 10.00 tot 12.00 uur, 1 keer",
        ),
    ],
)
def test_a_whole_sentence(said: dict[str, Any], words: str) -> None:
    assert in_words(series(**said)) == words


def test_public_holidays_are_not_named_one_by_one() -> None:
    closed = days_off(date(2027, 1, 1), date(2027, 12, 31))

    assert "behalve" not in in_words(series(closed=closed))


def test_what_is_past_is_left_out() -> None:
    told = in_words(series(exdates=TEN[:2]), since=date(2027, 1, 20))

    assert told.endswith("behalve op 26 januari 2027")


def test_every_series_has_words_in_every_language() -> None:
    chance = Random("woorden")
    for language in ("nl", "en", "tr", "ar", "pl", "uk"):
        with translation.override(language):
            for _n in range(15):
                told = in_words(random_series(chance))
                assert told
                assert "%" not in told
