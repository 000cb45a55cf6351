"""The map: numbers where initiatives lie together, gathered here and not on the telephone.

Of a ward a drawing on its outline, each spot a link to the list of what lies there. With script the
same spots come as GeoJSON; for the whole city too, so that a map of 10,000 stays a few kilobytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.blocks.ground import Ground
from wijkteams.ground import ground_of
from wijkteams.initiatieven.models import AFGESLOTEN
from wijkteams.maps.spots import RADIUS, Point, Spot, gathered

if TYPE_CHECKING:
    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet
    from wijkteams.initiatieven.openbaar.asked import Asked
    from wijkteams.models import Wijk

MOST = 3000
"On the drawing of a ward."
SIZE, MARGIN = 300, 6
"Of the map with script, on which nothing is drawn: only what lies near is told from what does not."


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


def sketch_of(wijk: Wijk, rows: InitiatiefQuerySet, asked: Asked) -> Sketch | None:
    """The map of these initiatives; None as long as the ward has no outline. One question."""
    ground = ground_of(wijk)
    if ground is None:
        return None
    spots = gathered(_on(ground, _read(rows, MOST)))
    places = [
        Place(one.x, one.y, one.number, one.is_done, f"{asked.address(vak=one.vak)}#lijst")
        for one in sorted(spots, key=lambda one: (one.y, one.x))
    ]
    return Sketch(ground, RADIUS, places)


def spots_of(rows: InitiatiefQuerySet) -> list[Spot]:
    """The same of any part of the earth, by what lies on it. One question."""
    found = _read(rows)
    if not found:
        return []
    souths, wests, _states = zip(*found, strict=True)
    around = Ground("", "", SIZE, MARGIN, min(wests), min(souths), max(wests), max(souths))
    return gathered(_on(around, found))


def _read(rows: InitiatiefQuerySet, most: int | None = None) -> list[tuple[Any, Any, str]]:
    placed = rows.exclude(latitude=None).exclude(longitude=None).order_by("-laatste_teken", "-pk")
    return list(placed.values_list("latitude", "longitude", "staat")[:most])


def _on(ground: Ground, found: list[tuple[Any, Any, str]]) -> list[Point]:
    points = []
    for latitude, longitude, staat in found:
        dot = ground.dot(latitude, longitude)
        if dot is not None:
            points.append(Point(*dot, latitude, longitude, staat in AFGESLOTEN))
    return points
