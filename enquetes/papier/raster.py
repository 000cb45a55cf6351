"""The map on paper: an outline with squares. A cross in the third one of row 4 is C4."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from core.blocks.ground import Ground

COLUMNS: Final = "ABCDEFGH"
CELLS: Final = len(COLUMNS)


def squares(ground: Ground) -> Iterator[tuple[str, list[float]]]:
    """The name of each square, and the place in its middle: longitude, latitude."""
    squeeze = math.cos(math.radians((ground.south + ground.north) / 2))
    wide, high = (ground.east - ground.west) * squeeze, ground.north - ground.south
    scale = (ground.size - 2 * ground.margin) / max(wide, high, 1e-9)
    left, top = (ground.size - wide * scale) / 2, (ground.size - high * scale) / 2
    step = ground.size / CELLS
    for row in range(CELLS):
        for column, letter in enumerate(COLUMNS):
            x, y = (column + 0.5) * step, (row + 0.5) * step
            longitude = ground.west + (x - left) / (squeeze * scale)
            latitude = ground.north - (y - top) / scale
            yield f"{letter}{row + 1}", [round(longitude, 5), round(latitude, 5)]
