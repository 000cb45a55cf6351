"""Whatever arrives, reading it ends, and says something."""

from __future__ import annotations

import random
import time

import pytest

from nieuws.retouren.parsing import read
from nieuws.retouren.report import What
from tests.nieuws.retouren.messages import EXPECTED, message

NESTED = "".join(
    f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(400)
).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n",
        b"\x00\xff\xfe" * 1000,
        b"Content-Type: multipart/report; boundary=\r\n\r\n--\r\n",
        b"Content-Type: text/plain; charset=klingon\r\n\r\nhoi",
        b"From: =?klingon?q?x?=\r\nSubject: =?utf-8?b?!!!?=\r\n\r\nhoi",
        b"Content-Type: message/delivery-status\r\n\r\nAction\r\n",
        b"Content-Type: message/feedback-report\r\n\r\n",
        NESTED,
    ],
)
def test_odd_bytes_are_left_for_a_person(raw: bytes) -> None:
    assert read(raw).what == What.UNREADABLE


def test_a_broken_message_never_stops_the_reading() -> None:
    chance = random.Random(7)
    names = sorted(EXPECTED)
    for _ in range(300):
        raw = bytearray(message(chance.choice(names)))
        for _ in range(chance.randrange(1, 30)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        assert read(bytes(raw[: chance.randrange(1, len(raw))])).what in What


def test_a_message_of_ten_megabytes_is_read_in_a_second() -> None:
    lines = b"De gebruiker bestaat niet op tijdelijk niet bereikbaar\r\n" * 200_000
    raw = b"From: mailer-daemon@x.example\r\nSubject: onbestelbaar\r\n\r\n" + lines
    start = time.monotonic()
    read(raw)
    assert time.monotonic() - start < 3


def test_one_long_line_does_not_take_long() -> None:
    raw = b"Return-Path: <>\r\nSubject: onbestelbaar\r\n\r\nkon " + b"kon aaa " * 8000
    start = time.monotonic()
    read(raw)
    assert time.monotonic() - start < 3
