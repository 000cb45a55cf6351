"""The events of a calendar, as they stand there: lines that belong together, by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from wijkteams.activiteiten.importing.lines import Line, read_lines
from wijkteams.activiteiten.importing.refusals import unreadable

MOST_EVENTS = 2000
MOST_LINES_EACH = 400
DEEPEST = 8
# All that is read. Who organises it and who comes (ORGANIZER, ATTENDEE, CONTACT) is not.
READ = frozenset(
    [
        "UID",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "URL",
        "CATEGORIES",
        "STATUS",
        "CLASS",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "EXRULE",
        "RECURRENCE-ID",
    ]
)


@dataclass
class Component:
    """One event, not understood yet."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    is_strange: bool = False
    "Another event stood inside it, or it went on for ever."
    count: int = 0

    def one(self, name: str) -> Line | None:
        """The first line with this name."""
        return next(iter(self.lines.get(name, ())), None)

    def value(self, name: str) -> str:
        """Its value; empty when there is none."""
        line = self.one(name)
        return line.value.strip() if line else ""

    def add(self, line: Line) -> None:
        """Keep what we read of it."""
        self.count += 1
        if self.count > MOST_LINES_EACH:
            self.is_strange = True
        elif line.name in READ:
            self.lines.setdefault(line.name, []).append(line)


@dataclass(frozen=True)
class Calendar:
    """What stood in a file."""

    events: list[Component]
    is_cancelled: bool = False
    "Sent to call everything off (METHOD:CANCEL, RFC 5546)."


def read_calendar(content: bytes) -> Calendar:
    """The events of a file, or of several calendars behind each other; raises Unreadable.

    A file that was cut off is refused whole: what is missing would seem to be gone.
    """
    events: list[Component] = []
    open_ones: list[str] = []
    current: Component | None = None
    seen = cancelled = False
    for name, params, value in read_lines(content):
        if name == "BEGIN":
            kind = value.strip().upper()
            if kind == "VEVENT" and current is not None:
                current.is_strange = True
            elif kind == "VEVENT" and open_ones:
                current = Component()
                events.append(current)
            seen = seen or kind == "VCALENDAR"
            open_ones.append(kind)
            if len(open_ones) > DEEPEST or len(events) > MOST_EVENTS:
                raise unreadable("nested" if len(open_ones) > DEEPEST else "many")
        elif name == "END":
            _check_end(open_ones.pop() if open_ones else "", value.strip().upper())
            current = current if "VEVENT" in open_ones else None
        elif not seen:
            raise unreadable("none")
        elif current is not None and open_ones[-1] == "VEVENT":
            current.add(Line(name, params, value))
        elif name == "METHOD" and open_ones == ["VCALENDAR"]:
            cancelled = cancelled or value.strip().upper() == "CANCEL"
    if not seen:
        raise unreadable("none")
    if open_ones:
        raise unreadable("cut")
    return Calendar(events, cancelled)


def _check_end(expected: str, found: str) -> None:
    if found != expected:
        raise unreadable("cut" if expected and expected.startswith(found) else "nested")
