"""Where the signals of the demo city are: the same words lie in the same place."""

from __future__ import annotations

import math
from random import Random

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.maps.shapes import read_shape
from wijkteams.models import Buurt, Wijk
from wijkteams.signalen.plaats import without_number

NEAR = 35
"Metres: so far do signals of the same street lie apart."


class Places:
    """Places within one ward."""

    def __init__(self, wijk: Wijk) -> None:
        shape = read_shape(wijk.boundary)
        if shape is None:
            raise ValueError(wijk.slug)
        # Not on the border itself: rounding must not carry it over.
        inner = shape.buffer(-NEAR * 3 / METRES_PER_DEGREE)
        self.shape: BaseGeometry = shape if inner.is_empty else inner
        self.wijk = wijk
        self.buurten = {buurt.name: buurt for buurt in wijk.buurten.all()}

    def of(self, words: str, random: Random) -> tuple[float, float]:
        """Latitude and longitude of a place in words."""
        fixed = Random(f"{self.wijk.slug}/{without_number(words)}")
        middle = self._within(fixed)
        for _try in range(20):
            angle, metres = random.random() * math.tau, random.random() * NEAR
            north = metres * math.sin(angle) / METRES_PER_DEGREE
            per_degree = METRES_PER_DEGREE * math.cos(math.radians(middle.y))
            point = Point(middle.x + metres * math.cos(angle) / per_degree, middle.y + north)
            if self.shape.contains(point):
                return round(point.y, 6), round(point.x, 6)
        return round(middle.y, 6), round(middle.x, 6)

    def buurt_of(self, words: str) -> Buurt | None:
        """The buurt that the words name."""
        bare = without_number(words)
        return next((buurt for name, buurt in self.buurten.items() if name in bare), None)

    def _within(self, random: Random) -> Point:
        west, south, east, north = self.shape.bounds
        xs = np.array([random.uniform(west, east) for _ in range(200)])
        ys = np.array([random.uniform(south, north) for _ in range(200)])
        inside = shapely.contains_xy(self.shape, xs, ys)
        first = int(np.argmax(inside))
        return Point(xs[first], ys[first])
