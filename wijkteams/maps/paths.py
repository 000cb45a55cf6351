"""Shapes as SVG path data: whole units and relative steps, which makes small files."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry


def path_data(shape: BaseGeometry) -> str:
    """The `d` of a path for all rings of a shape; empty when nothing is left of it."""
    return "".join(
        _ring(shapely.get_coordinates(ring)) for ring in shapely.get_rings(shapely.get_parts(shape))
    )


def _ring(points: np.ndarray) -> str:
    whole = np.rint(points[:-1]).astype(int)
    moved = np.any(whole != np.roll(whole, 1, axis=0), axis=1)
    whole = whole[moved]
    if len(whole) < 3:
        return ""
    steps = np.diff(whole, axis=0)
    start = f"M{_pair(*whole[0])}"
    return f"{start}l{_join([_pair(x, y) for x, y in steps])}z"


def _pair(x: int, y: int) -> str:
    """'12-3' rather than '12 -3': a minus parts two numbers as well."""
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _join(pairs: list[str]) -> str:
    return "".join(
        pair if not number or pair.startswith("-") else f" {pair}"
        for number, pair in enumerate(pairs)
    )
