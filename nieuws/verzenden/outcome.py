"""What became of one mail, and what a way of sending must be able to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from nieuws.verzenden.claiming import Row


class Kind(Enum):
    """What became of one mail."""

    SENT = auto()
    REFUSED = auto()
    "For good: this mail, at this address."
    LATER = auto()
    "Not now, this one; others may go."
    AWAY = auto()
    "The server is away, or takes nothing now. This mail has certainly not left."
    UNSURE = auto()
    "The server was away when it should have said whether it took this mail."
    OURS = auto()
    "It refuses us, not the reader: a person has to look."


@dataclass(frozen=True)
class Outcome:
    """What became of one mail, and the server's words."""

    kind: Kind
    code: int = 0
    words: str = ""


class Channel(Protocol):
    """One connection, for one claim."""

    def open(self) -> None:
        """Connect. OSError when that cannot be."""

    def send(self, row: Row, to: str) -> Outcome:
        """Hand over one mail; the journal knows of it before and after."""

    def close(self) -> None:
        """Say goodbye, as far as anybody listens."""
