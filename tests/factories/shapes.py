from __future__ import annotations

import math
from typing import Any


def square(x: int = 0, y: int = 0, *, size: float = 0.01) -> dict[str, Any]:
    """A made-up ward: a square in degrees, `x` and `y` squares away from a corner of the city."""
    west, south = 5 + x * size, 52 + y * size
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def wavy(x: int, y: int, *, points: int = 250, size: float = 0.01) -> dict[str, Any]:
    """A square whose sides wave, with many points; neighbours share their points exactly."""

    def side(start: tuple[int, int], end: tuple[int, int]) -> list[list[float]]:
        (x1, y1), (x2, y2) = start, end
        found = []
        for step in range(points):
            part = step / points
            # The same wave from either end, so that the neighbour draws the same line.
            bend = 0.08 * math.sin(12 * math.pi * min(part, 1 - part)) * math.sin(math.pi * part)
            across, along = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
            if x1 == x2:
                across += bend
            else:
                along += bend
            found.append([round(5 + across * size, 7), round(52 + along * size, 7)])
        return found

    corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
    ring = [p for n in range(4) for p in side(corners[n], corners[(n + 1) % 4])]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
