"""Our calendars, read back by icalendar and by recurring-ical-events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events

from tests.pace import check_time
from wijkteams.activiteiten.recurrence.changes import cancel_one, move_one
from wijkteams.activiteiten.recurrence.expand import Override, expand
from wijkteams.activiteiten.recurrence.holidays import Kind, days_off
from wijkteams.activiteiten.recurrence.ical import Event, write_calendar
from wijkteams.activiteiten.recurrence.rule import Freq, Rule
from wijkteams.activiteiten.recurrence.series import Series

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2027, 1, 4, 10)  # a Monday
MONDAYS = Rule(freq=Freq.WEEKLY, weekdays=(0,), until=date(2027, 12, 31))
WEEKLY = Series(start=START, end=START + timedelta(hours=2), rule=MONDAYS)
ONCE = replace(WEEKLY, rule=None)
STAMP = datetime(2026, 11, 1, 12, tzinfo=ZONE)


def event(series: Series = ONCE, **said: Any) -> Event:
    return Event(
        **{"uid": "a1@wijkplein.example", "title": "Koffie", "stamp": STAMP} | said, series=series
    )


def read(*events: Event) -> list[icalendar.Component]:
    return list(icalendar.Calendar.from_ical(write_calendar(events)).walk("VEVENT"))


def times(found: bytes) -> list[tuple[datetime, datetime]]:
    first, last = datetime(2027, 1, 1, tzinfo=ZONE), datetime(2028, 1, 1, tzinfo=ZONE)
    all_of_them = recurring_ical_events.of(icalendar.Calendar.from_ical(found)).between(first, last)
    return sorted((one["DTSTART"].dt, one["DTEND"].dt) for one in all_of_them)


def test_an_event_tells_who_what_where_and_when() -> None:
    (found,) = read(
        event(
            sequence=3,
            description="Kom erbij.",
            location="Buurthuis",
            url="https://wijkplein.example/haven/agenda/koffie/",
            categories=("Ontmoeten", "Gratis, altijd"),
        )
    )

    assert found["UID"] == "a1@wijkplein.example"
    assert (found["SEQUENCE"], found["STATUS"]) == (3, "CONFIRMED")
    assert (found["SUMMARY"], found["LOCATION"]) == ("Koffie", "Buurthuis")
    assert found["URL"] == "https://wijkplein.example/haven/agenda/koffie/"
    assert found["CATEGORIES"].cats == ["Ontmoeten", "Gratis, altijd"]
    assert found["DTSTAMP"].dt == STAMP
    assert found["DTSTART"].dt == datetime(2027, 1, 4, 10, tzinfo=ZONE)
    assert found["DTSTART"].params["TZID"] == "Europe/Amsterdam"


def test_a_calendar_says_who_made_it_and_when_the_clock_changes() -> None:
    found = icalendar.Calendar.from_ical(write_calendar([event()], "Agenda van Haven"))

    assert (found["VERSION"], found["METHOD"]) == ("2.0", "PUBLISH")
    assert "Wijkplein" in found["PRODID"]
    assert found["X-WR-CALNAME"] == "Agenda van Haven"
    (zone,) = found.walk("VTIMEZONE")
    theirs = zone.to_tz(lookup_tzid=False)
    for hour in range(0, 24 * 365, 5):
        moment = datetime(2027, 1, 1) + timedelta(hours=hour)
        if moment.date() not in {date(2027, 3, 28), date(2027, 10, 31)}:
            assert theirs.utcoffset(moment) == ZONE.utcoffset(moment), moment


def test_a_calendar_without_events_is_a_calendar() -> None:
    assert not icalendar.Calendar.from_ical(write_calendar([])).walk("VEVENT")


def test_the_same_events_give_the_same_bytes() -> None:
    assert write_calendar([event(WEEKLY)]) == write_calendar([event(WEEKLY)])


def test_moved_and_cancelled_times_are_named_by_their_first_begin() -> None:
    key, other = START + timedelta(weeks=1), START + timedelta(weeks=2)
    moved = move_one(WEEKLY, (), key, key + timedelta(days=1), key + timedelta(days=1, hours=1))
    overrides = cancel_one(WEEKLY, moved, other)
    told = event(
        WEEKLY, overrides=overrides, url_of=lambda key: f"https://x.example/{key:%Y-%m-%d}/"
    )

    series, first, second = read(told)

    assert "RECURRENCE-ID" not in series
    assert [one["RECURRENCE-ID"].dt.replace(tzinfo=None) for one in (first, second)] == [key, other]
    assert [one["STATUS"] for one in (series, first, second)] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert first["URL"] == "https://x.example/2027-01-11/"
    mine = [
        (one.start, one.end)
        for one in expand(WEEKLY, date(2027, 1, 1), date(2027, 12, 31), overrides)
    ]
    assert times(write_calendar([told])) == mine


def test_days_off_are_exceptions_for_programs_that_know_no_dutch_holidays() -> None:
    closed = days_off(date(2027, 1, 1), date(2027, 12, 31))
    series = replace(
        WEEKLY, skip=frozenset({Kind.PUBLIC}), closed=closed, rdates=(datetime(2027, 5, 17, 10),)
    )

    found = times(write_calendar([event(series)]))

    days = {start.date() for start, _end in found}
    assert date(2027, 3, 29) not in days  # second day of Easter
    assert date(2027, 5, 17) in days  # second day of Whitsun, but chosen by hand
    assert len(found) == len(days) == 51


def test_a_series_that_was_called_off_is_cancelled_whole() -> None:
    moved = Override(key=START, start=START, end=START + timedelta(hours=1))

    assert {one["STATUS"] for one in read(event(WEEKLY, cancelled=True, overrides=(moved,)))} == {
        "CANCELLED"
    }


def test_a_difference_of_a_time_that_is_no_more_is_not_told() -> None:
    stale = Override(key=START + timedelta(days=1), cancelled=True)

    assert len(read(event(WEEKLY, overrides=(stale,)))) == 1


def test_whole_days_have_no_hour() -> None:
    midnight = datetime(2027, 1, 4)
    series = Series(
        start=midnight,
        end=midnight + timedelta(days=2),
        all_day=True,
        rule=MONDAYS,
        exdates=(midnight + timedelta(weeks=1),),
    )

    (found,) = read(event(series))

    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 1, 4), date(2027, 1, 6))
    assert found["RRULE"]["UNTIL"] == [date(2027, 12, 31)]
    assert found["EXDATE"].dts[0].dt == date(2027, 1, 11)


HOSTILE = [
    "Koffie; met, \\ 'taart' \"en\" :thee",
    "regel 1\nregel 2\r\nregel 3\rregel 4",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:boos",
    "nul\x00bel\x07tab\tscheiding\u2028einde\x85",
    "half \ud800 teken",
    "é" * 200,
    "🧑‍🤝‍🧑" * 50,
    "مرحبا بالعالم " * 20,
    "\\n \\; \\, \\\\",
    "a" * 20000,
    "   ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text(text: str) -> None:
    found = write_calendar(
        [event(title=text, description=text, location=text, categories=(text,))], text
    )

    (one,) = icalendar.Calendar.from_ical(found).walk("VEVENT")
    assert one["UID"] == "a1@wijkplein.example"
    assert len(one.get("SUMMARY", "")) <= 300
    lines = found.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        line.decode()  # no letter is broken in two


def test_plain_texts_come_back_letter_by_letter() -> None:
    chance = Random("tekst")
    signs = "ab ;,\\\"':\né🧑 n"
    for _n in range(100):
        text = "".join(chance.choice(signs) for _n in range(chance.randint(1, 200))).strip()
        (one,) = read(event(description=text))
        assert str(one.get("DESCRIPTION", "")) == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//wijk.example/",
        "/haven/",
        "https://x.example/\r\nATTACH:x",
        "https://x.example/ x",
        "http://[",
        "https://",
        "mailto:a@b",
    ],
)
def test_only_addresses_of_the_web_are_told(url: str) -> None:
    (found,) = read(event(url=url))

    assert "URL" not in found
    assert "ATTACH" not in found


@pytest.mark.parametrize("uid", ["", "a\r\nb", "a b", "a" * 201, "a;b", "a\x00"])
def test_a_uid_is_plain(uid: str) -> None:
    with pytest.raises(ValueError, match="UID"):
        event(uid=uid)


def test_five_hundred_events_take_less_than_a_tenth_of_a_second() -> None:
    many = [
        event(
            replace(ONCE, start=START + timedelta(days=n), end=START + timedelta(days=n, hours=2)),
            uid=f"{n}@x.example",
            description="Kom langs. " * 30,
        )
        for n in range(500)
    ]
    taken = []
    for _n in range(3):
        began = process_time()
        write_calendar(many)
        taken.append(process_time() - began)

    check_time(min(taken), 0.1)


def test_the_stamp_is_told_in_utc() -> None:
    assert b"DTSTAMP:20261101T110000Z" in write_calendar([event(stamp=STAMP.astimezone(UTC))])


def test_what_means_something_to_a_program_is_escaped() -> None:
    found = write_calendar([event(title="a;b,c\\d\ne")])

    assert b"SUMMARY:a\\;b\\,c\\\\d\\ne\r\n" in found
