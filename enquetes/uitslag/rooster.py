"""The grid on which points are counted: squares of about 250 m, so that no house is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

WIDE: Final = 0.0036
"Degrees of longitude: about 245 m in the Netherlands."
HIGH: Final = 0.00225
"Degrees of latitude: about 250 m."


def square_of(point: Sequence[float]) -> str:
    """In which square a point lies, as the key of a cell."""
    return f"{int(point[0] // WIDE)}_{int(point[1] // HIGH)}"


def corners(square: str) -> tuple[float, float, float, float]:
    """West, south, east and north of a square."""
    x, y = (int(part) for part in square.split("_"))
    return x * WIDE, y * HIGH, (x + 1) * WIDE, (y + 1) * HIGH
