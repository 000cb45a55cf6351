"""Calendars as others write them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone


def day(ahead: int = 7) -> str:
    """A day that is still to come, as a calendar writes it."""
    return (timezone.localdate() + timedelta(days=ahead)).strftime("%Y%m%d")


def event(*lines: str, uid: str = "a1@bieb.example", title: str = "Voorlezen") -> str:
    """An event of one hour next week, unless the lines say when it is."""
    said = list(lines)
    if not any(line.startswith(("DTSTART", "-DTSTART")) for line in said):
        said += [f"DTSTART;TZID=Europe/Amsterdam:{day()}T100000"]
        said += [f"DTEND;TZID=Europe/Amsterdam:{day()}T110000"]
    kept = [line for line in said if not line.startswith("-")]
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", *kept, "END:VEVENT"])


def calendar(*events: str, head: str = "") -> bytes:
    """A file with these events."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bieb//NL", *filter(None, [head])]
    return ("\r\n".join([*lines, *events, "END:VCALENDAR"]) + "\r\n").encode()


def at(text: str) -> datetime:
    """A naive time."""
    return datetime.fromisoformat(text)
