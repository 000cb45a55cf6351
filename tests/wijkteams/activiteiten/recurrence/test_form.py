"""The questions about repeating, as a volunteer fills them in: no script runs here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from django.http import QueryDict

from tests.core.forms.page import complaints, parse, render, summary_links
from tests.wijkteams.activiteiten.recurrence.chance import random_series
from wijkteams.activiteiten.recurrence.form import HerhalingForm
from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series

START = datetime(2027, 1, 12, 10)  # the second Tuesday
ONCE = Series(start=START, end=START + timedelta(hours=2))
W, M, Y = Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY


def form(
    once: Series | None = ONCE, closed: tuple[Period, ...] = (), **typed: Any
) -> HerhalingForm:
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return HerhalingForm(data, once=once, closed=closed)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({}, None),
        ({"repeats": "daily"}, Rule(freq=Freq.DAILY)),
        ({"repeats": "daily", "interval": "3"}, Rule(freq=Freq.DAILY, interval=3)),
        ({"repeats": "weekly"}, Rule(freq=W, weekdays=(1,))),
        ({"repeats": "weekly", "weekdays": ["1", "3"]}, Rule(freq=W, weekdays=(1, 3))),
        ({"repeats": "weeks", "interval": "2"}, Rule(freq=W, interval=2, weekdays=(1,))),
        ({"repeats": "monthly_weekday"}, Rule(freq=M, weekdays=(1,), nths=(2,))),
        (
            {"repeats": "monthly_weekday", "which": ["2", "-1"]},
            Rule(freq=M, weekdays=(1,), nths=(2, LAST)),
        ),
        ({"repeats": "monthly_day"}, Rule(freq=M, day=12)),
        ({"repeats": "monthly_day", "interval": "2"}, Rule(freq=M, day=12, interval=2)),
        ({"repeats": "yearly"}, Rule(freq=Y, day=12, month=1)),
        ({"repeats": "yearly_weekday"}, Rule(freq=Y, weekdays=(1,), nths=(2,), month=1)),
        (
            {"repeats": "weekly", "until": "30-06-2027"},
            Rule(freq=W, weekdays=(1,), until=date(2027, 6, 30)),
        ),
        (
            {"repeats": "weekly", "until": "2027-06-30"},
            Rule(freq=W, weekdays=(1,), until=date(2027, 6, 30)),
        ),
        ({"repeats": "weekly", "count": "10"}, Rule(freq=W, weekdays=(1,), count=10)),
    ],
)
def test_answers_make_a_rule(typed: dict[str, Any], rule: Rule | None) -> None:
    found = form(**typed)

    assert found.is_valid(), found.errors
    assert found.series
    assert found.series.rule == rule


def test_the_last_of_a_month_and_leap_days() -> None:
    end_of_month = Series(start=datetime(2027, 1, 31, 10), end=datetime(2027, 1, 31, 12))
    leap = Series(start=datetime(2028, 2, 29, 10), end=datetime(2028, 2, 29, 12))

    last = form(end_of_month, repeats="monthly_day", day="-1")
    late = form(end_of_month, repeats="monthly_day", short_month="last_day")
    born = form(leap, repeats="yearly", short_month="last_day")

    assert [one.is_valid() for one in (last, late, born)] == [True] * 3
    assert last.series.rule == Rule(freq=M, day=LAST)  # type: ignore[union-attr]
    assert late.series.rule == Rule(freq=M, day=31, short_month=ShortMonth.LAST_DAY)  # type: ignore[union-attr]
    assert born.series.rule == Rule(  # type: ignore[union-attr]
        freq=Y, day=29, month=2, short_month=ShortMonth.LAST_DAY
    )


def test_exceptions_extra_days_and_days_off() -> None:
    school = (Period(date(2027, 2, 20), date(2027, 2, 28), Kind.SCHOOL),)
    found = form(
        closed=school,
        repeats="weekly",
        exdates="19-01-2027\r\n\r\n 26/1/2027 ; 2027-02-02",
        rdates="14-01-2027\n15-01-2027 14.30",
        skip=["schoolvakantie", "feestdag"],
    )

    assert found.is_valid(), found.errors
    assert found.series
    assert found.series.exdates == tuple(START + timedelta(weeks=n) for n in (1, 2, 3))
    assert found.series.rdates == (datetime(2027, 1, 14, 10), datetime(2027, 1, 15, 14, 30))
    assert found.series.skip == {Kind.SCHOOL, Kind.PUBLIC}
    assert found.series.closed == school


@pytest.mark.parametrize(
    ("field", "words", "typed"),
    [
        ("repeats", "Kies hier ook hoe vaak", {"weekdays": ["1"]}),
        ("repeats", "Kies hier ook hoe vaak", {"until": "30-06-2027"}),
        ("repeats", "geldige", {"repeats": "hourly"}),
        ("interval", "om de hoeveel weken", {"repeats": "weeks"}),
        ("interval", "om de hoeveel weken", {"repeats": "weeks", "interval": "1"}),
        ("interval", "1 tot en met 52", {"repeats": "weekly", "interval": "60"}),
        ("interval", "Vul een getal in", {"repeats": "weekly", "interval": "twee"}),
        (
            "weekdays",
            "de eerste keer zou dan woensdag 13 januari",
            {"repeats": "weekly", "weekdays": ["2"]},
        ),
        (
            "which",
            "de eerste keer zou dan dinsdag 19 januari",
            {"repeats": "monthly_weekday", "which": ["3"]},
        ),
        (
            "day",
            "de eerste keer zou dan vrijdag 15 januari",
            {"repeats": "monthly_day", "day": "15"},
        ),
        ("until", "ligt voor de eerste keer", {"repeats": "weekly", "until": "11-01-2027"}),
        ("until", "Dit is geen datum", {"repeats": "weekly", "until": "31-02-2027"}),
        ("until", "binnen 10 jaar", {"repeats": "yearly", "until": "01-01-2099"}),
        ("until", "in deze tijd", {"repeats": "yearly", "until": "31-12-9999"}),
        ("until", "meer dan 1000 keer", {"repeats": "daily", "until": "01-01-2031"}),
        ("count", "Kies één manier", {"repeats": "weekly", "until": "30-06-2027", "count": "3"}),
        ("count", "1 tot en met 1000", {"repeats": "weekly", "count": "1001"}),
        ("count", "1 tot en met 1000", {"repeats": "weekly", "count": "0"}),
        ("interval", "1 tot en met 52", {"repeats": "weekly", "interval": "0"}),
        (
            "exdates",
            "“morgen” is geen datum",
            {"repeats": "weekly", "exdates": "19-01-2027\nmorgen"},
        ),
        ("exdates", "is geen datum", {"repeats": "weekly", "exdates": "19-01-2027 10.00"}),
        (
            "exdates",
            "woensdag 20 januari 2027 is deze activiteit er niet",
            {"repeats": "weekly", "exdates": "20-01-2027"},
        ),
        ("exdates", "in deze tijd", {"repeats": "weekly", "exdates": "20-01-9999"}),
        ("rdates", "is geen datum", {"repeats": "weekly", "rdates": "19-01-2027 26.00"}),
        ("rdates", "is deze activiteit er al", {"repeats": "weekly", "rdates": "19-01-2027"}),
        ("rdates", "hooguit 200", {"rdates": "\n".join(["19-01-2027"] * 201)}),
    ],
)
def test_what_is_wrong_is_said_next_to_its_question(
    field: str, words: str, typed: dict[str, Any]
) -> None:
    found = form(**typed)

    assert not found.is_valid()
    assert list(found.errors) == [field], found.errors
    assert words in found.errors[field][0]
    assert found.series is None


def test_what_was_typed_stays() -> None:
    page = parse(
        render(form(repeats="weekly", exdates="19-01-2027\nmorgen", until="zomer", weekdays=["1"]))
    )

    assert page.find(id="id_exdates").get_text().strip() == "19-01-2027\nmorgen"  # type: ignore[union-attr]
    assert page.find(id="id_until")["value"] == "zomer"  # type: ignore[index]
    assert page.find("input", {"name": "weekdays", "value": "1"}).has_attr("checked")  # type: ignore[union-attr]
    assert page.find("input", {"name": "repeats", "value": "weekly"}).has_attr("checked")  # type: ignore[union-attr]
    assert len(summary_links(page)) == 2


def test_who_cannot_see_the_form_can_fill_it_in() -> None:
    assert complaints(parse(render(HerhalingForm()))) == []
    assert complaints(parse(render(form(repeats="weeks", until="zomer")))) == []


def test_no_question_says_that_it_is_optional_while_another_answer_decides_that() -> None:
    assert "niet verplicht" not in render(HerhalingForm())


def test_with_wrong_dates_of_the_activity_only_the_answers_are_looked_at() -> None:
    assert form(None, repeats="weekly").is_valid()
    assert form(None, repeats="weekly").series is None
    assert list(form(None, repeats="weekly", until="zomer").errors) == ["until"]


def test_a_series_that_stops_repeating_forgets_what_is_still_filled_in() -> None:
    weekly = replace(ONCE, rule=Rule(freq=W, weekdays=(1,)), exdates=(START + timedelta(weeks=1),))
    typed = {"repeats": "", "exdates": "19-01-2027", "weekdays": ["1"]}

    found = HerhalingForm(typed, once=ONCE, series=weekly)

    assert found.is_valid(), found.errors
    assert found.series == ONCE


def test_two_hundred_series_come_back_from_the_form_as_they_went_in() -> None:
    chance = Random("formulier")
    for _n in range(200):
        series = random_series(chance)
        once = Series(start=series.start, end=series.end, all_day=series.all_day)

        sent = as_sent(HerhalingForm(series=series))
        found = HerhalingForm(sent, once=once, closed=series.closed)

        assert found.is_valid(), (series, found.errors)
        assert found.series == series


def as_sent(shown: HerhalingForm) -> QueryDict:
    """What a browser sends of a form that nobody changed."""
    data = QueryDict(mutable=True)
    for field in shown:
        value = field.field.widget.format_value(field.value())
        data.setlist(field.name, value if isinstance(value, list) else [value or ""])
    return data


def test_a_series_is_shown_in_the_answers() -> None:
    rule = Rule(freq=M, weekdays=(1,), nths=(2, LAST), until=date(2027, 6, 30))
    extra = (datetime(2027, 1, 14, 10), datetime(2027, 1, 15, 14, 30))
    series = replace(ONCE, rule=rule, rdates=extra, skip=frozenset({Kind.SCHOOL}))

    page = parse(render(HerhalingForm(series=series)))

    chosen = {(tag["name"], tag["value"]) for tag in page.find_all("input", checked=True)}
    assert chosen == {
        ("repeats", "monthly_weekday"),
        ("which", "2"),
        ("which", "-1"),
        ("short_month", "skip"),
        ("skip", "schoolvakantie"),
    }
    assert page.find(id="id_until")["value"] == "2027-06-30"  # type: ignore[index]
    assert page.find(id="id_rdates").get_text().strip() == "14-01-2027\n15-01-2027 14.30"  # type: ignore[union-attr]
