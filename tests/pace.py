"""How much processor time something may take, on a fast machine and on a slow one.

A limit is written for the machine on which we measured. What goes over it is held beside a piece
of work of which we know how long it took there: on a machine that is three times as slow, or
with a tracer on, three times as much is allowed. What became slow by itself stays refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import process_time

KNOWN = 0.024
"Seconds of processor time of `_work` on the machine of the limits (Python 3.11, 2026)."


def pace() -> float:
    """How many times slower this machine is now; 1 when it is as fast or faster."""
    return max(1.0, min(_seconds() for _n in range(5)) / KNOWN)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Refuse what takes more processor time than this, reckoned to the machine of the limits."""
    begin = process_time()
    try:
        yield
    finally:
        check_time(process_time() - begin, seconds)


def check_time(spent: float, seconds: float) -> None:
    """The same, for what was measured already."""
    if spent >= seconds:
        allowed = seconds * pace()
        assert spent < allowed, f"took {spent:.2f} s of CPU; {allowed:.2f} is allowed here"


def _seconds() -> float:
    begin = process_time()
    _work()
    return process_time() - begin


def _work() -> int:
    """Something of everything that our code does: calls, texts, dicts, days."""
    found: dict[str, int] = {}
    day = datetime(2027, 1, 1)
    for number in range(20_000):
        day = _next(day)
        key = f"{day:%Y%m%d}" if number % 10 == 0 else str(number % 997)
        found[key] = found.get(key, 0) + len(key.upper().partition("9")[0])
    return sum(found.values())


def _next(day: datetime) -> datetime:
    return day + timedelta(hours=7)
