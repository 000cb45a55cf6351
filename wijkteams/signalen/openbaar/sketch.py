"""The map of a ward without script: its outline, with a number where signals lie together.

Each spot is a link to the list of what lies there; the list beside it has all of them, also those
without a place (requirement G13). Public places only, so a spot never is somebody's house (G5).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from wijkteams.ground import ground_of

if TYPE_CHECKING:
    from core.blocks.ground import Ground
    from wijkteams.models import Wijk
    from wijkteams.signalen.models.querysets import SignaalQuerySet
    from wijkteams.signalen.openbaar.asked import Asked

MOST = 3000
"The newest so many stand on the map; a ward has hundreds."
RADIUS = 11
APART = 2 * RADIUS
"In units of the outline, which is 240 wide: on a small phone a spot is 24 pixels or more."
MARGIN_OF_BOX = 0.00001


class Point(NamedTuple):
    """One signal on the drawing."""

    x: int
    y: int
    latitude: float
    longitude: float
    closed: bool


@dataclass
class Spot:
    """Signals that lie together."""

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
        """Whether the team is ready with all of them."""
        return all(point.closed for point in self.points)

    @property
    def vak(self) -> str:
        """The part of the map that it stands for, as the list takes it (`asked`)."""
        south = min(point.latitude for point in self.points) - MARGIN_OF_BOX
        north = max(point.latitude for point in self.points) + MARGIN_OF_BOX
        west = min(point.longitude for point in self.points) - MARGIN_OF_BOX
        east = max(point.longitude for point in self.points) + MARGIN_OF_BOX
        return ",".join(f"{edge:.6f}" for edge in (south, west, north, east))


@dataclass(frozen=True)
class Place:
    """A spot as the page shows it."""

    x: int
    y: int
    number: int
    is_done: bool
    url: str


@dataclass(frozen=True)
class Sketch:
    """The whole map."""

    ground: Ground
    radius: int
    spots: list[Place]


def sketch_of(wijk: Wijk, rows: SignaalQuerySet, asked: Asked) -> Sketch | None:
    """The map of these signals; None as long as the ward has no outline. One question."""
    ground = ground_of(wijk)
    if ground is None:
        return None
    spots = gathered(_points(ground, rows))
    places = [
        Place(one.x, one.y, one.number, one.is_done, f"{asked.address(vak=one.vak)}#lijst")
        for one in sorted(spots, key=lambda one: (one.y, one.x))
    ]
    return Sketch(ground, RADIUS, places)


def _points(ground: Ground, rows: SignaalQuerySet) -> list[Point]:
    named = rows.exclude(openbaar_latitude=None).order_by("-gemeld_op")
    found = []
    for latitude, longitude, closed in named.values_list(
        "openbaar_latitude", "openbaar_longitude", "gesloten_op"
    )[:MOST]:
        if latitude is None or longitude is None:
            continue
        dot = ground.dot(latitude, longitude)
        if dot is not None:
            found.append(Point(*dot, latitude, longitude, closed is not None))
    return found


def gathered(points: Iterable[Point]) -> list[Spot]:
    """Points as spots that do not lie on one another: the same spots for the same points."""
    cells: dict[tuple[int, int], Spot] = {}
    for point in points:
        cells.setdefault((point.x // APART, point.y // APART), Spot()).points.append(point)
    spots = [cells[key] for key in sorted(cells)]
    while (pair := _too_near(spots)) is not None:
        first, second = pair
        first.points.extend(second.points)
        spots = [one for one in spots if one is not second]
    return spots


def _too_near(spots: list[Spot]) -> tuple[Spot, Spot] | None:
    middles = [(one.x, one.y) for one in spots]
    for number, (x, y) in enumerate(middles):
        for other in range(number + 1, len(spots)):
            if math.hypot(x - middles[other][0], y - middles[other][1]) < APART:
                return spots[number], spots[other]
    return None
