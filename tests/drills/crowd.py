"""Many people at the same moment: so many processes, each with a browser of its own for each."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.drills.browser import Browser

PROCESSES = 16


@dataclass(frozen=True)
class Ask:
    """One form that somebody sends."""

    who: str
    path: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 is nothing."""

    who: str
    status: int
    location: str
    seconds: float


def crowd(port: int, asks: Sequence[Ask]) -> list[Answer]:
    """Send all of these at once; what one process sends goes one after another, without pause."""
    fork = multiprocessing.get_context("fork")
    start, answers = fork.Barrier(PROCESSES), fork.Queue()
    running = [
        fork.Process(target=_send, args=(port, asks[number::PROCESSES], start, answers))
        for number in range(PROCESSES)
    ]
    for process in running:
        process.start()
    found = [Answer(*answers.get(timeout=120)) for _ask in asks]
    for process in running:
        process.join()
    return found


def _send(port: int, asks: Sequence[Ask], start: Any, answers: Any) -> None:
    start.wait()
    for ask in asks:
        browser = Browser(port, "")
        # The throttle counts by address, and these people do not share one.
        browser.headers["X-Forwarded-For"] = address_of(ask.who)
        begin = time.monotonic()
        status, headers, _body = browser.post(ask.path, ask.fields)
        seconds = time.monotonic() - begin
        answers.put((ask.who, status, headers.get("Location", ""), seconds))


def address_of(who: str) -> str:
    """Somebody's own address on the net."""
    number = sum(ord(letter) * (place + 1) for place, letter in enumerate(who))
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
