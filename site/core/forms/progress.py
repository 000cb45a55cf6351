"""Where somebody is in a form of several steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Progress:
    """The names of the steps and the one that is open now, counted from one."""

    names: Sequence[Any]
    number: int
    aside: Any = ""
    "What helps beside it: 'Nog ongeveer 4 minuten'."

    def __post_init__(self) -> None:
        if not 1 <= self.number <= len(self.names):
            raise ValueError(f"Step {self.number} is not one of {len(self.names)}.")

    @property
    def total(self) -> int:
        return len(self.names)

    @property
    def name(self) -> Any:
        """The name of the open step."""
        return self.names[self.number - 1]

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Every step with how it is: done, now or later."""
        return [
            {"name": name, "state": _state(position, self.number)}
            for position, name in enumerate(self.names, start=1)
        ]


def _state(position: int, number: int) -> str:
    if position == number:
        return "now"
    return "done" if position < number else "later"
