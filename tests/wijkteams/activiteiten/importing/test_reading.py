"""Ordinary calendars of others, and what programs make of them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

import pytest

from tests.wijkteams.activiteiten.importing.calendars import at, calendar, event
from tests.wijkteams.activiteiten.recurrence.chance import random_series
from wijkteams.activiteiten.importing.found import Found, Reading, understand
from wijkteams.activiteiten.recurrence.changes import cancel_one, move_one
from wijkteams.activiteiten.recurrence.ical import Event, write_calendar
from wijkteams.activiteiten.recurrence.series import Series

TODAY = date(2027, 1, 2)


def read(*events: str, head: str = "") -> Reading:
    return understand(calendar(*events, head=head), TODAY)


def one(*lines: str, **said: str) -> Found:
    (found,) = read(event(*lines, **said)).found
    return found


def series(*lines: str) -> Series:
    found = one(*lines)
    assert not found.reason, found.reason
    assert found.series is not None
    return found.series


def test_an_activity_is_understood() -> None:
    found = one(
        "DTSTART;TZID=Europe/Amsterdam:20270112T100000",
        "DTEND;TZID=Europe/Amsterdam:20270112T113000",
        r"DESCRIPTION:Kom luisteren\, jong en oud.\nGratis\; wel aanmelden.",
        "LOCATION:Bibliotheek",
        "URL:https://bieb.example/voorlezen",
        r"CATEGORIES:Lezen,Kinderen\, klein",
        "ORGANIZER;CN=Jan Jansen:mailto:jan@example.nl",
        "ATTENDEE;CN=Piet:mailto:piet@example.nl",
        "CONTACT:Jan Jansen 06-12345678",
    )

    assert found.series == Series(start=at("2027-01-12T10:00"), end=at("2027-01-12T11:30"))
    assert found.said["description"] == "Kom luisteren, jong en oud.\nGratis; wel aanmelden."
    assert found.said["categories"] == ["Lezen", "Kinderen, klein"]
    assert found.said["url"] == "https://bieb.example/voorlezen"


def test_nothing_of_people_is_taken_over() -> None:
    found = one(
        "DTSTART:20270112T100000",
        "ORGANIZER;CN=Jan Jansen:mailto:jan@example.nl",
        "ATTENDEE;CN=Piet:mailto:piet@example.nl",
        "CONTACT:Jan Jansen",
        "X-ALT-DESC;FMTTYPE=text/html:<b>Jan Jansen</b>",
    )

    assert "Jan" not in str(found)
    assert "example.nl" not in str(found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("DTSTART:20270112T100000", "2027-01-12T10:00"),  # floating: the time here
        ("DTSTART:20270112T090000Z", "2027-01-12T10:00"),
        ("DTSTART:20270712T080000Z", "2027-07-12T10:00"),
        ("DTSTART;TZID=America/New_York:20270112T100000", "2027-01-12T16:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20270112T100000", "2027-01-12T10:00"),
        ('DTSTART;TZID="Romance Standard Time":20270112T100000', "2027-01-12T10:00"),
        ("DTSTART;TZID=GMT Standard Time:20270112T100000", "2027-01-12T11:00"),
        (
            'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"'
            ":20270112T100000",
            "2027-01-12T10:00",
        ),
        (
            "DTSTART;TZID=/citadel.org/20210210_1/Europe/Amsterdam:20270112T100000",
            "2027-01-12T10:00",
        ),
        ("DTSTART;VALUE=DATE-TIME;TZID=Europe/Amsterdam:20270112T1000", "2027-01-12T10:00"),
        ("DTSTART:20270112T095960", "2027-01-12T09:59"),  # a leap second
        ("DTSTART;TZID=Europe/Amsterdam:20271031T023000", "2027-10-31T02:30"),
        ("DTSTART:20270328T013000Z", "2027-03-28T03:30"),
    ],
)
def test_times_are_those_of_the_clocks_here(line: str, expected: str) -> None:
    found = series(line)

    assert found.start == at(expected)
    assert found.length == timedelta(hours=1)  # nothing was said of its end


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (("DTSTART;VALUE=DATE:20270112",), 1),
        (("DTSTART:20270112",), 1),
        (("DTSTART;VALUE=DATE:20270112", "DTEND;VALUE=DATE:20270112"), 1),
        (("DTSTART;VALUE=DATE:20270112", "DTEND;VALUE=DATE:20270114"), 2),
        (("DTSTART;VALUE=DATE:20270112", "DURATION:P3D"), 3),
    ],
)
def test_whole_days(lines: tuple[str, ...], days: int) -> None:
    found = series(*lines)

    assert found.all_day
    assert found.length == timedelta(days=days)


def test_a_duration_says_how_long() -> None:
    found = series("DTSTART:20270112T100000", "DURATION:P0DT1H30M")

    assert found.end == at("2027-01-12T11:30")


def test_a_series_with_exceptions_and_extra_days() -> None:
    found = series(
        "DTSTART;TZID=Europe/Amsterdam:20270104T100000",
        "DTEND;TZID=Europe/Amsterdam:20270104T120000",
        "RRULE:FREQ=WEEKLY;UNTIL=20270301T090000Z;WKST=SU",
        "EXDATE;TZID=Europe/Amsterdam:20270111T100000,20270118T100000",
        "EXDATE;VALUE=DATE:20270125",
        "EXDATE:19990101T100000",
        "RDATE;TZID=Europe/Amsterdam:20270107T100000",
        "RDATE;VALUE=PERIOD:20270108T090000Z/PT2H",
    )

    days = [f"{key:%m-%d}" for key in found.keys()]  # noqa: SIM118 - a series
    assert days == ["01-04", "01-07", "01-08", "02-01", "02-08", "02-15", "02-22", "03-01"]


def test_single_times_that_differ() -> None:
    rule = ("DTSTART:20270104T100000", "DTEND:20270104T120000", "RRULE:FREQ=WEEKLY;COUNT=5")
    moved = ("RECURRENCE-ID:20270111T100000", "DTSTART:20270112T140000", "DTEND:20270112T160000")
    off = ("RECURRENCE-ID:20270118T100000", "DTSTART:20270118T100000", "STATUS:CANCELLED")
    strange = ("RECURRENCE-ID:20270119T100000", "DTSTART:20270119T100000")
    (found,) = read(event(*moved), event(*rule), event(*off), event(*strange)).found

    assert found.said["differing"] == [
        {"key": "20270111T100000", "start": "2027-01-12T14:00:00", "end": "2027-01-12T16:00:00"},
        {"key": "20270118T100000", "cancelled": True, **_an_hour("2027-01-18")},
    ]


def _an_hour(day: str) -> dict[str, str]:
    return {"start": f"{day}T10:00:00", "end": f"{day}T11:00:00"}


def test_a_time_without_its_series_is_an_activity_of_its_own() -> None:
    found = read(
        event("RECURRENCE-ID:20270111T100000", "DTSTART:20270112T140000"),
        event("RECURRENCE-ID:20270118T100000", "DTSTART:20270119T140000"),
    ).found

    assert [each.uid for each in found] == [
        "a1@bieb.example#20270111T100000",
        "a1@bieb.example#20270118T100000",
    ]
    assert [each.series.start.day for each in found if each.series] == [12, 19]


def test_what_is_called_off_is_known() -> None:
    assert one("STATUS:CANCELLED", "DTSTART:20270112T100000").said["cancelled"]
    (found,) = read(event("DTSTART:20270112T100000"), head="METHOD:CANCEL").found
    assert found.said["cancelled"]


def test_what_is_written_twice_counts_once() -> None:
    old = event("DTSTART:20270112T100000", "SEQUENCE:1", title="Oud")
    new = event("DTSTART:20270112T100000", "SEQUENCE:2", title="Nieuw")

    assert [each.title for each in read(new, old).found] == ["Nieuw"]


def test_what_is_over_is_left_out() -> None:
    found = read(
        event("DTSTART:20270101T100000", uid="1"),
        event("DTSTART:20200101T100000", "RRULE:FREQ=DAILY;COUNT=5", uid="2"),
        event("DTSTART:20270102T080000", uid="3"),
    )

    assert [each.uid for each in found.found] == ["3"]
    assert found.over == {"1", "2"}


def test_a_series_of_long_ago_that_goes_on_is_there() -> None:
    found = series("DTSTART:20050103T100000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")

    assert found.start.year == 2026
    assert (found.start - datetime(2005, 1, 3, 10)).days % 14 == 0
    assert found.has(datetime(2027, 1, 4, 10)) == (
        (datetime(2027, 1, 4) - datetime(2005, 1, 3)).days % 14 == 0
    )


def test_our_own_calendars_come_back_as_they_were() -> None:
    done = 0
    for seed in range(120):
        chance = Random(seed)
        made = random_series(chance)
        if made.skip or made.start.date() < date(2026, 1, 1):
            continue
        keys = list(made.keys())[:30]
        one_key = chance.choice(keys)
        overrides = cancel_one(made, (), one_key)
        if not made.all_day:
            later = one_key + timedelta(hours=30)
            overrides = move_one(made, overrides, one_key, later, later + timedelta(hours=1))
        stamp = datetime(2026, 1, 1).astimezone()
        told = Event(uid="x", title="x", series=made, overrides=overrides, stamp=stamp)
        (found,) = understand(write_calendar([told]), date(2026, 1, 1)).found
        if made.rule is None and made.rdates:
            continue
        assert not found.reason, (seed, found.reason)
        assert found.series is not None
        assert list(found.series.keys())[:200] == list(made.keys())[:200], seed
        assert [each["key"] for each in found.said["differing"]] == [f"{one_key:%Y%m%dT%H%M%S}"]
        done += 1
    assert done > 30
