"""Calendars that somebody made to hurt, or that a program made by mistake: each gets a right
result or a reason in words, within two seconds and a hundred megabytes.
"""

from __future__ import annotations

import contextlib
import tracemalloc
from datetime import date
from random import Random

import pytest

from tests.pace import at_most
from tests.wijkteams.activiteiten.importing.calendars import calendar, event
from wijkteams.activiteiten.importing.found import MOST_SERIES, Found, Reading, understand
from wijkteams.activiteiten.importing.refusals import Unreadable

TODAY = date(2027, 1, 2)
START = "DTSTART:20270112T100000"


def read(content: bytes) -> Reading:
    with at_most(2):
        return understand(content, TODAY)


def memory_of(content: bytes) -> int:
    tracemalloc.start()
    try:
        understand(content, TODAY)
    except Unreadable:
        pass
    finally:
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return most


def refused(content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(content)
    assert str(caught.value)
    return caught.value.code


def one(*lines: str, **said: str) -> Found:
    (found,) = read(calendar(event(*lines, **said))).found
    return found


WHOLE = calendar(event(START))
MANY_SERIES = calendar(
    *[event(START, "RRULE:FREQ=DAILY", uid=str(number)) for number in range(2000)]
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "none"),
        (b"<!DOCTYPE html><html><body>Inloggen</body></html>", "none"),
        (b"PK\x03\x04" + bytes(range(256)) * 40, "none"),
        (b"\x00" * 100_000, "none"),
        (b"A" * 2_000_000, "none"),
        (WHOLE[: WHOLE.index(b"END:VCALENDAR")], "cut"),
        (WHOLE[: WHOLE.index(b"END:VEVENT")], "cut"),
        (WHOLE[: WHOLE.index(b"END:VEVENT") + 6], "cut"),
        (WHOLE.replace(b"END:VEVENT", b"END:VTODO"), "nested"),
        (b"END:VCALENDAR\r\n" + WHOLE, "nested"),
        (b"BEGIN:VCALENDAR\r\n" * 50_000, "nested"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 5_000, "nested"),
        (b"A" * 100_000_000, "large"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 1_000_000, "large"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 29_000, "many"),
        (b"BEGIN:VCALENDAR\r\n" + b"\n" * 1_000_000, "many"),
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
            "none",
        ),
    ],
)
def test_a_file_that_is_no_whole_calendar_is_refused(content: bytes, code: str) -> None:
    assert refused(content) == code


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:00010101T000000",),
        ("DTSTART:99991231T235959",),
        ("DTSTART:00000000T000000",),
        ("DTSTART:20271301T000000",),
        ("DTSTART:20270230T000000",),
        ("DTSTART:20270112T250000",),
        ("DTSTART:morgen",),
        ("DTSTART:",),
        ("DTSTART:٢٠٢٧٠١١٢",),
        ("DTSTART;TZID=Mars/Olympus:20270112T100000",),
        ("DTSTART;TZID=../../../etc/passwd:20270112T100000",),
        ("DTSTART;TZID=/etc/localtime:20270112T100000",),
        ("DTSTART;TZID=" + "A" * 5000 + ":20270112T100000",),
        (START, "DTEND:20270112T090000"),
        (START, "DTEND:20290112T090000"),
        (START, "DTEND:99991231T235959"),
        (START, "DURATION:-PT1H"),
        (START, "DURATION:P"),
        (START, "DURATION:P99999D"),
        (START, "DURATION:PT99999999S"),
        (START, "RRULE:FREQ=SECONDLY"),
        (START, "RRULE:FREQ=MINUTELY;INTERVAL=1"),
        (START, "RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1;BYSECOND=1"),
        (START, "RRULE:FREQ=DAILY;COUNT=99999999"),
        (START, "RRULE:FREQ=DAILY;INTERVAL=0"),
        (START, "RRULE:FREQ=DAILY;INTERVAL=-1"),
        (START, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        (START, "RRULE:FREQ=WEEKLY;BYDAY=FR"),  # the first is no Friday
        (START, "RRULE:FREQ=WEEKLY;UNTIL=99991231T000000Z"),
        (START, "RRULE:" + "FREQ=DAILY;" * 1000),
        (START, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"),
        (START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY"),
        (START, "RRULE:"),
        (START, "RRULE:;;;==="),
        ("DTSTART:20270112T100000Z", "RRULE:FREQ=WEEKLY"),
        ("DTSTART;TZID=America/New_York:20270112T100000", "RRULE:FREQ=WEEKLY"),
        (START, "RDATE:" + ",".join(["20270113T100000"] * 500)),
        (
            START,
            "RDATE:"
            + ",".join(f"2027{m:02}{d:02}T100000" for m in range(2, 13) for d in range(1, 29)),
        ),
        (START, "CLASS:PRIVATE"),
        (START, "-", "BEGIN:VEVENT", "UID:x", "END:VEVENT"),
        (START, *["X-A:1"] * 1000),
    ],
)
def test_an_activity_that_cannot_be_ours_says_why(lines: tuple[str, ...]) -> None:
    found = one(*lines)

    assert found.series is None
    assert len(found.reason) > 10
    assert len(found.reason) <= 300


def test_names_that_are_used_twice_are_told_once() -> None:
    alone = event("RECURRENCE-ID:20270112T100000", START)
    nameless = event(START, uid="")
    found = read(calendar(nameless, event(START, uid="?0"), alone, alone)).found

    assert len({each.uid for each in found}) == len(found)


def test_the_others_in_the_file_are_not_lost() -> None:
    found = read(calendar(event("DTSTART:morgen", uid="1"), event(START, uid="2"))).found

    assert [bool(each.reason) for each in found] == [True, False]


@pytest.mark.parametrize(
    "lines",
    [
        ("-", "SUMMARY:"),
        ("UID:",),
    ],
)
def test_without_a_name_or_a_title_it_is_none_of_ours(lines: tuple[str, ...]) -> None:
    said = {"title": ""} if "SUMMARY:" in lines else {"uid": ""}
    assert one(START, **said).reason


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("<b>Kom</b> <script>alert(1)</script>luisteren", "Kom alert(1)luisteren"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("a\x00b\x07c", "abc"),
        ("\u202eabc\u200b", "abc"),
        ("één\\, twee\\; drie\\\\", "één, twee; drie\\"),
        ("&amp;" * 50 + "x", "&" * 50 + "x"),
        ("<" * 5000, "<" * 255),
    ],
)
def test_titles_are_only_text(said: str, shown: str) -> None:
    assert one(START, title=said).title == shown


def test_a_letter_that_was_cut_by_folding_is_whole_again() -> None:
    content = calendar(event(START, title="Café " + "ë" * 40))
    place = content.index("ë".encode()) + 1  # in the middle of the letter
    folded = content[:place] + b"\r\n " + content[place:]

    assert read(folded).found[0].title == "Café " + "ë" * 40


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_other_alphabets_and_line_ends(encoding: str, ending: str) -> None:
    text = calendar(event(START, title="Café")).decode().replace("\r\n", ending)
    if encoding == "utf-16" and ending == "\r\n":
        return

    assert read(text.encode(encoding)).found[0].title == "Café"


def test_a_line_without_end_is_cut() -> None:
    found = one(START, "DESCRIPTION:" + "a" * 1_500_000)

    assert len(found.said["description"]) == 5000


def test_lines_folded_half_a_million_times() -> None:
    found = one(START, "DESCRIPTION:" + "\n a" * 50_000)

    assert len(found.said["description"]) == 5000


def test_of_two_thousand_daily_series_the_first_are_read() -> None:
    found = read(MANY_SERIES).found

    assert len(found) == 2000
    assert sum(not each.reason for each in found) == MOST_SERIES


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 29_000,
        b"BEGIN:VCALENDAR\r\n" + b"X;A=1;B=2:" + b"\r\nX;A=1:" * 50_000,
        calendar(event(START, "DESCRIPTION:" + "é" * 900_000)),
        calendar(*[event(START, "DESCRIPTION:" + "a" * 900, uid=str(n)) for n in range(1900)]),
    ],
)
def test_no_file_takes_a_hundred_megabytes(content: bytes) -> None:
    assert len(content) < 2 * 1024 * 1024
    assert memory_of(content) < 100_000_000


def test_differences_for_ever() -> None:
    rule = event(START, "RRULE:FREQ=DAILY;COUNT=300")
    off = [
        event(f"RECURRENCE-ID:2027{m:02}{d:02}T100000", START, "STATUS:CANCELLED")
        for m in range(1, 13)
        for d in range(1, 29)
    ]

    assert read(calendar(rule, *off)).found[0].said["differing"]


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "https://a:b@x.nl/", "//x.nl", "https://x.nl/ y"],
)
def test_addresses_that_may_do_something_are_dropped(url: str) -> None:
    assert one(START, f"URL:{url}").said["url"] == ""


def test_noise_gives_a_result_or_a_reason() -> None:
    base = calendar(
        event(START, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270119T100000", "DURATION:PT1H")
    )
    for seed in range(400):
        chance = Random(seed)
        content = bytearray(base)
        for _n in range(chance.randint(1, 12)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with contextlib.suppress(Unreadable):
            for found in read(bytes(content)).found:
                assert found.series is not None or found.reason
