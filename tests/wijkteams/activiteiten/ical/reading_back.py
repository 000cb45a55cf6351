"""Calendars as others read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from django.test import Client

ZONE = ZoneInfo("Europe/Amsterdam")


def calendar(client: Client, url: str) -> icalendar.Calendar:
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    check_lines(response.content)
    found: Any = icalendar.Calendar.from_ical(response.content)
    return found


def events(client: Client, url: str) -> list[Any]:
    return list(calendar(client, url).walk("VEVENT"))


def one(client: Client, url: str) -> Any:
    (found,) = events(client, url)
    return found


def check_lines(content: bytes) -> None:
    """RFC 5545, 3.1: CRLF, 75 octets, whole letters, nothing that steers."""
    assert content.endswith(b"\r\n")
    for line in content[:-2].split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()


def times(found: icalendar.Calendar, first: date, last: date) -> set[tuple[Any, ...]]:
    """Begin, end and whether it goes on, of each time, by recurring-ical-events."""
    begin = datetime(first.year, first.month, first.day, tzinfo=ZONE)
    end = datetime(last.year, last.month, last.day, tzinfo=ZONE) + timedelta(days=1)
    return {
        (_moment(one["DTSTART"].dt), _moment(one["DTEND"].dt), str(one["STATUS"]))
        for one in recurring_ical_events.of(found).between(begin, end)
    }


def _moment(found: Any) -> datetime:
    if not isinstance(found, datetime):
        return datetime(found.year, found.month, found.day, tzinfo=ZONE)
    return found.astimezone(UTC).astimezone(ZONE)
