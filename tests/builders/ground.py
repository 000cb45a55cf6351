"""Where the wards of a large city lie: each a round, side by side, in rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.models import Wijk

Place = tuple[float, float]
"Latitude, longitude."
LATITUDE, LONGITUDE = 52.0, 4.7
"The south-west corner of the city."
SIDE = 800
"Metres: a ward is a round of this wide, in a row of so many:"
PER_ROW = 32
CORNERS = 24


def drawn(wijken: Sequence[Wijk]) -> dict[int, Place]:
    """Give each ward its outline; gives the middle of each, by its key."""
    middles = dict(zip([wijk.pk for wijk in wijken], _middles(), strict=False))
    for wijk in wijken:
        wijk.boundary = _round(*middles[wijk.pk])
    Wijk.objects.bulk_update(wijken, ["boundary"], batch_size=100)
    return middles


def within(middle: Place, random: Random) -> Place:
    """Somewhere in the ward with this middle."""
    angle, far = random.random() * math.tau, SIDE / 2 * math.sqrt(random.random()) * 0.95
    per_degree = METRES_PER_DEGREE * math.cos(math.radians(middle[0]))
    north, east = far * math.sin(angle) / METRES_PER_DEGREE, far * math.cos(angle) / per_degree
    return middle[0] + north, middle[1] + east


def _middles() -> Iterator[Place]:
    """The middle of each ward, row by row."""
    number = 0
    per_degree = METRES_PER_DEGREE * math.cos(math.radians(LATITUDE))
    while True:
        row, column = divmod(number, PER_ROW)
        yield LATITUDE + row * SIDE / METRES_PER_DEGREE, LONGITUDE + column * SIDE / per_degree
        number += 1


def _round(latitude: float, longitude: float) -> dict[str, Any]:
    high = SIDE / 2 / METRES_PER_DEGREE
    wide = high / math.cos(math.radians(latitude))
    angles = [math.tau * n / CORNERS for n in range(CORNERS)]
    ring = [[longitude + wide * math.cos(a), latitude + high * math.sin(a)] for a in angles]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
