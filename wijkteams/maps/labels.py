"""Where the number of a ward stands on the map, if it fits."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

LARGEST, SMALLEST = 40, 24  # size of the digits, in units; the map is shown at about half of that


@dataclass(frozen=True)
class Label:
    """A number plate: its middle, the size of its digits and of the plate."""

    number: int
    x: int
    y: int
    size: int
    width: int
    height: int


def label_of(shape: BaseGeometry, number: int) -> Label | None:
    """The plate in the middle of the widest part of a ward; None when it would cover the ward."""
    if shape.is_empty:
        return None
    widest = max(shapely.get_parts(shape), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(widest, tolerance=1.0)
    if circle is None or circle.is_empty:
        return None
    (x, y), _edge = shapely.get_coordinates(circle)
    room = float(shapely.length(circle))
    digits = len(str(number))
    # Half the diagonal of a plate with digits of size 1.
    reach = ((0.62 * digits + 0.5) ** 2 + 1.3**2) ** 0.5 / 2
    size = min(LARGEST, int(room / reach))
    if size < SMALLEST:
        return None
    return Label(
        number, round(x), round(y), size, round(size * (0.62 * digits + 0.6)), round(size * 1.3)
    )
