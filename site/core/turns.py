"""Standing in line on SQLite, where one writes at a time and who waits is not served in order.

SQLite lets who waits look again after ever longer pauses (100 ms), so that newcomers go first and
some wait for seconds. Here all look equally often. It keeps nobody from anything: whose patience
ends goes on, and then the database decides as always.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

PATIENCE = 10.0
LOOK_EVERY = 0.004
FILE_MODE = 0o600


@contextmanager
def own_turn() -> Iterator[None]:
    """Be the only one that writes, or nearly so. Whoever is in a transaction already goes on:
    waiting in it would keep the very lock that the first in line wants."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    file = os.open(f"{settings.VAR_DIR}/aanmelden.lock", os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        _wait(file, time.monotonic() + PATIENCE)
        yield
    finally:
        os.close(file)


def _wait(file: int, until: float) -> None:
    while time.monotonic() < until:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(LOOK_EVERY)
        else:
            return
