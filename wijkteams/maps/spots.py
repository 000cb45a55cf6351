"""Places that lie too near to tell apart on a small drawing, gathered in spots with a number."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

RADIUS = 11
APART = 2 * RADIUS
"In units of an outline, which is 240 wide: on a small phone a spot is 24 pixels or more."
MARGIN_OF_BOX = 0.00001


class Point(NamedTuple):
    """One thing on the drawing."""

    x: int
    y: int
    latitude: float
    longitude: float
    closed: bool


@dataclass
class Spot:
    """Things that lie together."""

    points: list[Point] = field(default_factory=list)

    @property
    def x(self) -> int:
        return round(sum(point.x for point in self.points) / len(self.points))

    @property
    def y(self) -> int:
        return round(sum(point.y for point in self.points) / len(self.points))

    @property
    def number(self) -> int:
        return len(self.points)

    @property
    def is_done(self) -> bool:
        """Whether all of them are closed."""
        return all(point.closed for point in self.points)

    @property
    def vak(self) -> str:
        """The part of the map that it stands for, as the address of a list says it."""
        south = min(point.latitude for point in self.points) - MARGIN_OF_BOX
        north = max(point.latitude for point in self.points) + MARGIN_OF_BOX
        west = min(point.longitude for point in self.points) - MARGIN_OF_BOX
        east = max(point.longitude for point in self.points) + MARGIN_OF_BOX
        return ",".join(f"{edge:.6f}" for edge in (south, west, north, east))


def gathered(points: Iterable[Point]) -> list[Spot]:
    """Points as spots that do not lie on one another: the same spots for the same points."""
    cells: dict[tuple[int, int], Spot] = {}
    for point in points:
        cells.setdefault((point.x // APART, point.y // APART), Spot()).points.append(point)
    spots = [cells[key] for key in sorted(cells)]
    middles = [(one.x, one.y) for one in spots]  # of a spot with thousands, reckoned once
    while (pair := _too_near(middles)) is not None:
        kept, gone = pair
        spots[kept].points.extend(spots.pop(gone).points)
        del middles[gone]
        middles[kept] = (spots[kept].x, spots[kept].y)
    return spots


def _too_near(middles: list[tuple[int, int]]) -> tuple[int, int] | None:
    for number, (x, y) in enumerate(middles):
        for other in range(number + 1, len(middles)):
            if math.hypot(x - middles[other][0], y - middles[other][1]) < APART:
                return number, other
    return None
