"""A place within a ward for the initiatives of the demo city: the same words, the same place."""

from __future__ import annotations

from random import Random

import shapely

from wijkteams.maps.shapes import read_shape
from wijkteams.models import Wijk

TRIES = 200


def place_in(wijk: Wijk, words: str) -> tuple[float, float]:
    """Latitude and longitude, well within the border."""
    shape = read_shape(wijk.boundary)
    if shape is None:
        raise ValueError(wijk.slug)
    random = Random(f"{wijk.slug}/{words}")
    west, south, east, north = shape.bounds
    for _try in range(TRIES):
        x, y = random.uniform(west, east), random.uniform(south, north)
        if shapely.contains_xy(shape, x, y):
            return round(y, 6), round(x, 6)
    middle = shape.representative_point()
    return round(middle.y, 6), round(middle.x, 6)
