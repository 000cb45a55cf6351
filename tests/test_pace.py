"""A limit moves with the machine, and what is slow by itself is refused on each."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from tests import pace
from tests.pace import at_most, check_time


def busy(seconds: float) -> None:
    begin = process_time()
    while process_time() - begin < seconds:
        pass


def test_what_is_slow_is_refused() -> None:
    with pytest.raises(AssertionError, match="is allowed here"), at_most(0.001):
        busy(0.001 * 10 * pace.pace())


def test_what_is_fast_is_taken() -> None:
    with at_most(5):
        busy(0.001)


def test_a_slow_machine_gets_more_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_seconds", lambda: 3 * pace.KNOWN)

    check_time(2.9, 1)
    with pytest.raises(AssertionError, match=r"3\.00 is allowed"):
        check_time(3.1, 1)


def _nothing(*about: object) -> None:
    """What a tracer says that looks no further."""


def test_a_tracer_is_a_slow_machine() -> None:
    plain, before = pace._seconds(), sys.gettrace()
    sys.settrace(_nothing)
    try:
        traced = pace._seconds()
    finally:
        sys.settrace(before)

    assert before or traced > plain
