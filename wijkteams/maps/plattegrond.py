"""A drawn map of a ward, or of the city: outlines, a grid, and names to choose from."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from wijkteams.models import Buurt, Wijk

SIZE, MARGIN = 544, 16
LETTERS = "ABCDEF"
Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class Plek:
    """A place to choose without pointing: the middle of a neighbourhood, or of a square."""

    name: str
    point: Point


@dataclass(frozen=True)
class Plattegrond:
    """A square drawing, north up; x and y are from 0 to SIZE."""

    west: float
    south: float
    east: float
    north: float
    rings: list[Ring]
    "Outlines of the area."
    inner: list[Ring] = field(default_factory=list)
    "Borders within it."
    buurten: list[Plek] = field(default_factory=list)

    @property
    def _scale(self) -> tuple[float, float]:
        squeeze = math.cos(math.radians((self.south + self.north) / 2))
        wide, high = (self.east - self.west) * squeeze, self.north - self.south
        return squeeze, (SIZE - 2 * MARGIN) / max(wide, high, 1e-9)

    def spot(self, point: Point) -> Point:
        """Where a place lies on the drawing."""
        squeeze, scale = self._scale
        middle = (self.west + self.east) / 2, (self.south + self.north) / 2
        x = (point[0] - middle[0]) * squeeze * scale + SIZE / 2
        y = (middle[1] - point[1]) * scale + SIZE / 2
        return round(x, 1), round(y, 1)

    def place(self, x: float, y: float) -> Point:
        """Which place lies at a spot on the drawing."""
        squeeze, scale = self._scale
        middle = (self.west + self.east) / 2, (self.south + self.north) / 2
        longitude = middle[0] + (x - SIZE / 2) / (squeeze * scale)
        latitude = middle[1] - (y - SIZE / 2) / scale
        return round(longitude, 5), round(latitude, 5)

    def shows(self, point: Point) -> bool:
        """Whether a place lies on the drawing."""
        return all(0 <= one <= SIZE for one in self.spot(point))

    def path(self, rings: list[Ring]) -> str:
        """An outline for SVG; points that the eye cannot tell apart are left out."""
        return " ".join(self._path(ring) for ring in rings)

    def _path(self, ring: Ring) -> str:
        spots: Ring = []
        for point in ring:
            x, y = self.spot(point)
            if not spots or abs(spots[-1][0] - x) + abs(spots[-1][1] - y) >= 1.5:
                spots.append((x, y))
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in spots) + "Z"

    def squares(self) -> list[Plek]:
        """The squares of the grid that lie within the area, A1 in the north-west."""
        step = SIZE / len(LETTERS)
        found = []
        for row in range(len(LETTERS)):
            for column, letter in enumerate(LETTERS):
                point = self.place((column + 0.5) * step, (row + 0.5) * step)
                if any(holds(ring, point) for ring in self.rings):
                    name = _("Vak %(square)s") % {"square": f"{letter}{row + 1}"}
                    found.append(Plek(name, point))
        return found


def plattegrond_of(wijk_id: int | None) -> Plattegrond | None:
    """The map of a ward, or (without) of all wards; None when no border is known."""
    wijken = Wijk.objects.exclude(boundary=None)
    if wijk_id is not None:
        wijken = wijken.filter(pk=wijk_id)
    buurten = Buurt.objects.exclude(boundary=None)
    found = list(wijken.prefetch_related(Prefetch("buurten", buurten, to_attr="drawn")))
    rings = [ring for wijk in found for ring in rings_of(wijk.boundary)]
    if not rings:
        return None
    longitudes, latitudes = zip(*(point for ring in rings for point in ring), strict=True)
    # Of the whole city its wards are the names; borders within them would be a tangle.
    within: list[Any] = [*found] if wijk_id is None else _drawn(found)
    inner = [ring for one in within for ring in rings_of(one.boundary)]
    plekken = [Plek(one.name, middle_of(one.boundary)) for one in within if rings_of(one.boundary)]
    return Plattegrond(
        min(longitudes), min(latitudes), max(longitudes), max(latitudes), rings, inner, plekken
    )


def _drawn(wijken: list[Wijk]) -> list[Any]:
    return [buurt for wijk in wijken for buurt in wijk.drawn]  # type: ignore[attr-defined]


def rings_of(geometry: Any) -> list[Ring]:
    """The outer ring of each part of a polygon."""
    return list(_outer((geometry or {}).get("coordinates"), (geometry or {}).get("type")))


def _outer(coordinates: Any, kind: Any) -> Iterator[Ring]:
    parts = [coordinates] if kind == "Polygon" else coordinates
    for part in parts or []:
        if part and len(part[0]) > 2:
            yield [(float(point[0]), float(point[1])) for point in part[0]]


def middle_of(geometry: Any) -> Point:
    ring = max(rings_of(geometry), key=len)
    x, y = (sum(one) / len(ring) for one in zip(*ring, strict=True))
    return round(x, 5), round(y, 5)


def holds(ring: Ring, point: Point) -> bool:
    """Whether a point lies within a ring: it is crossed an odd number of times."""
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
