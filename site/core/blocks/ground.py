"""The ground that a place lies on: an outline with its edges in degrees.

Apps that know such an outline put a function for it in the context of a page, as `ground`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Ground:
    """A drawing of an area, square, north up, and what part of the earth it shows."""

    name: str
    url: str
    size: int
    margin: int
    west: float
    south: float
    east: float
    north: float

    def dot(self, latitude: float, longitude: float) -> tuple[int, int] | None:
        """Where a place lies on the drawing; None when it lies outside it."""
        squeeze = math.cos(math.radians((self.south + self.north) / 2))
        wide, high = (self.east - self.west) * squeeze, self.north - self.south
        scale = (self.size - 2 * self.margin) / max(wide, high, 1e-9)
        x = (longitude - self.west) * squeeze * scale + (self.size - wide * scale) / 2
        y = (self.north - latitude) * scale + (self.size - high * scale) / 2
        on_it = 0 <= x <= self.size and 0 <= y <= self.size
        return (round(x), round(y)) if on_it else None
