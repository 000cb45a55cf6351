"""The map of a ward without script: its outline, with a number where signals lie together.

Each spot is a link to the list of what lies there; the list beside it has all of them, also those
without a place (requirement G13). Public places only, so a spot never is somebody's house (G5).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijkteams.ground import ground_of
from wijkteams.maps.spots import RADIUS, Point, gathered

if TYPE_CHECKING:
    from core.blocks.ground import Ground
    from wijkteams.models import Wijk
    from wijkteams.signalen.models.querysets import SignaalQuerySet
    from wijkteams.signalen.openbaar.asked import Asked

MOST = 3000
"The newest so many stand on the map; a ward has hundreds."


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
