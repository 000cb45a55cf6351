"""What a calendar of another says, understood: each activity as a series with what differs."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from wijkteams.activiteiten.importing.components import Component, read_calendar
from wijkteams.activiteiten.importing.refusals import NotOurs, not_ours
from wijkteams.activiteiten.importing.series import (
    differing_of,
    is_over,
    key_of,
    once_of,
    series_of,
)
from wijkteams.activiteiten.importing.texts import texts_of, uid_of
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series

MOST_SERIES = 300
"How many that repeat, of one file: each is reckoned through."


@dataclass(frozen=True)
class Found:
    """One activity; with a reason when it cannot be taken over."""

    uid: str
    title: str
    said: dict[str, Any] = field(default_factory=dict)
    "Texts, the series as text, and what differs: as `BronActiviteit.said` keeps it."
    series: Series | None = None
    reason: str = ""

    @property
    def digest(self) -> str:
        """Another when the source says another thing."""
        text = json.dumps(self.said, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Reading:
    """All that a file says."""

    found: list[Found]
    over: frozenset[str] = frozenset()
    "The names of those that are over already; those are left out."


def understand(content: bytes, today: date) -> Reading:
    """Read a file; raises Unreadable. What is wrong with one activity says that activity."""
    calendar = read_calendar(content)
    groups: dict[str, list[Component]] = defaultdict(list)
    found: list[Found] = []
    for event in calendar.events:
        try:
            groups[uid_of(event)].append(event)
        except NotOurs as refusal:
            title = texts_of(event)["title"]
            found.append(Found(f"?{len(found)}", title, reason=str(refusal)))
    repeating = 0
    for uid, events in groups.items():
        repeating += any(event.one("RRULE") for event in events)
        if repeating > MOST_SERIES:
            title = texts_of(events[0])["title"]
            found.append(Found(uid, title, reason=str(not_ours("series"))))
            continue
        found += _of_one_uid(uid, events, today, cancelled=calendar.is_cancelled)
    over = {one.uid for one in found if one.series is not None and is_over(one.series, today)}
    # One name, one row: whatever somebody writes twice.
    coming = {one.uid: one for one in reversed(found) if one.uid not in over}
    return Reading(list(reversed(coming.values())), frozenset(over))


def _of_one_uid(
    uid: str, events: list[Component], today: date, *, cancelled: bool
) -> Iterable[Found]:
    """The series with what differs; what differs from nothing is an activity of its own."""
    alone = [event for event in events if event.one("RECURRENCE-ID")]
    masters = [event for event in events if not event.one("RECURRENCE-ID")]
    if masters:
        # Written twice: the newest counts.
        master = max(masters, key=lambda event: _number(event.value("SEQUENCE")))
        return [_found(uid, master, alone, today, cancelled=cancelled)]
    return [
        _found(_uid_alone(uid, event), event, [], today, cancelled=cancelled) for event in alone
    ]


def _found(
    uid: str, event: Component, differing: list[Component], today: date, *, cancelled: bool
) -> Found:
    texts = texts_of(event)
    try:
        _check(event, texts)
        series = once_of(event) if event.one("RECURRENCE-ID") else series_of(event, today)
        said = {
            **texts,
            "reeks": write_series(series),
            "cancelled": cancelled or event.value("STATUS").upper() == "CANCELLED",
            "differing": differing_of(series, differing),
        }
    except NotOurs as refusal:
        return Found(uid, texts["title"], reason=str(refusal))
    except ValidationError as refusal:
        return Found(uid, texts["title"], reason=" ".join(refusal.messages)[:300])
    return Found(uid, texts["title"], said, series)


def _check(event: Component, texts: dict[str, Any]) -> None:
    if event.is_strange:
        raise not_ours("nested")
    if not texts["title"]:
        raise not_ours("title")
    if event.value("CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}:
        raise not_ours("private")


def _uid_alone(uid: str, event: Component) -> str:
    try:
        key = key_of(event)
    except NotOurs:
        return uid
    return f"{uid[:230]}#{key:%Y%m%dT%H%M%S}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
