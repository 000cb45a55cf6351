"""A number that changes with every drop, and the lock under which it does. All processes see it.

An answer that was begun before a drop may not be kept after it: whoever makes one reads the number
first, and may only keep it, under the lock, while the number is the same.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.conf import settings

from core.page_cache.build import build
from core.page_cache.day import FILE_MODE, make_folder, root

LENGTH = 59  # two numbers, the build, spaces and a line end: written over itself in one go
PATIENCE = 5.0  # seconds, of who drops
LOOK_EVERY = 0.001


class State(NamedTuple):
    """The number, when all was dropped last, and the code that the answers were made by."""

    number: str
    build: str
    since: str


def read_state() -> State | None:
    """The present state; None where there is no folder, or none that can be changed.

    In a folder that became read-only nothing could be dropped: what it says may be old.
    """
    if not os.access(root(), os.W_OK):
        return None
    try:
        file = os.open(f"{root()}/state", os.O_RDONLY)
    except OSError:
        return None
    try:
        found = os.pread(file, LENGTH, 0).decode(errors="replace").split()
    finally:
        os.close(file)
    return State(*found) if len(found) == len(State._fields) else None


def version() -> str:
    """Changes with every drop; empty where nothing is kept. Asks nothing of the database."""
    state = read_state() if settings.PAGE_CACHE else None
    return f"{state.number}{state.build}" if state else ""


def epoch() -> str:
    """Changes when everything is dropped, and not with the drop of some keys."""
    state = read_state() if settings.PAGE_CACHE else None
    return f"{state.since}{state.build}" if state else ""


@contextmanager
def locked(patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one that keeps or drops. Who died has let go; who was frozen may never do so."""
    make_folder(root())
    file = os.open(f"{root()}/lock", os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        _lock(file, time.monotonic() + patience)
        yield
    finally:
        os.close(file)


def _lock(file: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError("another process does not let go of the lock") from None
            time.sleep(LOOK_EVERY)
        else:
            return


def change_number(*, ours: bool = False, everything: bool = True) -> State:
    """Make what is being made now unfit to be kept; from now on by our own code. Under the lock."""
    old = read_state()
    number = (
        f"{max(time.time_ns(), int(old.number) + 1 if old and old.number.isdigit() else 0):020d}"
    )
    since = number if everything or old is None else old.since
    state = State(number, old.build if old and not ours else build(), since)
    file = os.open(f"{root()}/state", os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        os.pwrite(file, f"{state.number} {state.build} {state.since}\n".encode(), 0)
    finally:
        os.close(file)
    return state
