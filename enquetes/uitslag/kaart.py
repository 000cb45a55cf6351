"""Places that people pointed at, as squares on a drawn map with their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from enquetes.models import Enquete
from enquetes.uitslag.rooster import corners
from enquetes.vragen.antwoord import WEET_NIET
from wijkteams.maps.plattegrond import SIZE, Plattegrond, plattegrond_of


@dataclass(frozen=True)
class Vak:
    """One square on the drawing; the number is that of its line in the table."""

    number: int
    x: float
    y: float
    wide: float
    high: float
    dark: float
    "How strongly it is coloured, of 1."

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.wide / 2, self.y + self.high / 2


@dataclass(frozen=True)
class Kaart:
    """A drawing of the area with squares on it."""

    size: int
    outline: str
    inner: str
    vakken: list[Vak]


def map_of(enquete: Enquete, cells: Iterable[Mapping[str, Any]]) -> Kaart | None:
    """The squares of these cells, as far as they lie on the map; None without a known border."""
    ground = plattegrond_of(enquete.wijk_id)
    if ground is None:
        return None
    squares = [cell for cell in cells if cell["id"] != WEET_NIET]
    most = max((cell["aantal"] for cell in squares), default=1)
    vakken = [_square(ground, at, cell, most) for at, cell in enumerate(squares, start=1)]
    return Kaart(SIZE, ground.path(ground.rings), ground.path(ground.inner), vakken)


def _square(ground: Plattegrond, number: int, cell: Mapping[str, Any], most: int) -> Vak:
    west, south, east, north = corners(cell["id"])
    (left, top), (right, bottom) = ground.spot((west, north)), ground.spot((east, south))
    dark = round(0.25 + 0.65 * cell["aantal"] / most, 2)
    return Vak(number, left, top, round(right - left, 1), round(bottom - top, 1), dark)
