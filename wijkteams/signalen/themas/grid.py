"""Where the signals of a theme lie, by squares; a square with few is not shown (G10: three)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.maps.plattegrond import SIZE, Plattegrond, plattegrond_of

LEAST = 3
"Fewer in one square could point at who told it."
SIDE = 300
"Metres: the side of a square."


@dataclass(frozen=True)
class Square:
    """One square on the drawing."""

    number: int
    "That of its line in the table."
    count: int
    x: float
    y: float
    wide: float
    high: float
    dark: float
    "How strongly it is coloured, of 1."
    where: str
    "Such as 'noordwest'."

    @property
    def middle(self) -> tuple[float, float]:
        return round(self.x + self.wide / 2, 1), round(self.y + self.high / 2, 1)


@dataclass(frozen=True)
class HeatMap:
    """The ward with squares, and how many signals are not on it."""

    size: int
    outline: str
    inner: str
    squares: list[Square]
    others: int


def heat_map(
    wijk_id: int | None, points: Iterable[tuple[float, float]], total: int
) -> HeatMap | None:
    """Squares of the public places (latitude, longitude); None without a known border."""
    ground = plattegrond_of(wijk_id)
    if ground is None:
        return None
    counted = Counter(_cell(*point) for point in points)
    kept = sorted(
        ((cell, count) for cell, count in counted.items() if count >= LEAST),
        key=lambda pair: (-pair[1], pair[0]),
    )
    most = max((count for _cell, count in kept), default=1)
    squares = [
        _square(ground, number, cell, count, most)
        for number, (cell, count) in enumerate(kept, start=1)
    ]
    others = total - sum(square.count for square in squares)
    return HeatMap(
        SIZE, ground.path(ground.rings), ground.path(ground.inner), squares, max(others, 0)
    )


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    """Which square: by row, and by column within that row."""
    row = math.floor(latitude * METRES_PER_DEGREE / SIDE)
    return row, math.floor(longitude * _per_degree(row) / SIDE)


def _per_degree(row: int) -> float:
    """Metres per degree of longitude in the middle of a row."""
    middle = (row + 0.5) * SIDE / METRES_PER_DEGREE
    return METRES_PER_DEGREE * math.cos(math.radians(middle))


def _square(
    ground: Plattegrond, number: int, cell: tuple[int, int], count: int, most: int
) -> Square:
    row, column = cell
    south, north = (edge * SIDE / METRES_PER_DEGREE for edge in (row, row + 1))
    west, east = (edge * SIDE / _per_degree(row) for edge in (column, column + 1))
    (left, top), (right, bottom) = ground.spot((west, north)), ground.spot((east, south))
    x, y = (left + right) / 2 / SIZE, (top + bottom) / 2 / SIZE
    return Square(
        number,
        count,
        left,
        top,
        round(right - left, 1),
        round(bottom - top, 1),
        round(0.25 + 0.65 * count / most, 2),
        _words(x, y),
    )


def _words(x: float, y: float) -> str:
    """Whereabouts in the ward: 0 is west and north, 1 is east and south."""
    rows = (
        (0.36, (_("noordwest"), _("noord"), _("noordoost"))),
        (0.64, (_("west"), _("midden"), _("oost"))),
        (2.0, (_("zuidwest"), _("zuid"), _("zuidoost"))),
    )
    names = next(names for until, names in rows if y < until)
    return names[0 if x < 0.36 else 1 if x < 0.64 else 2]
