"""Which wards lie beside or over one another."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

NEAR = 0.0005  # degrees: some 40 metres, because borders of different years do not fit
MAX_CANDIDATES = 100  # per ward
MAX_PAIRS = 20_000
MAX_OVERLAPS = 100
SAMPLES = 24  # per side of the grid laid over a ward
OVERLAP = 0.05  # share of the smaller ward that must lie in the other


def neighbours(shapes: Mapping[str, BaseGeometry]) -> dict[str, set[str]]:
    """For each ward the codes of the wards that lie beside it."""
    codes, geometries = list(shapes), np.array(list(shapes.values()), dtype=object)
    found: dict[str, set[str]] = {code: set() for code in codes}
    for first, second in _candidates(geometries):
        if shapely.dwithin(geometries[first], geometries[second], NEAR):
            found[codes[first]].add(codes[second])
            found[codes[second]].add(codes[first])
    return found


def overlaps(shapes: Mapping[str, BaseGeometry]) -> list[tuple[str, str]]:
    """Pairs of wards of which a good part lies over the other.

    By sampling instead of cutting: cutting two jagged shapes may take all memory there is.
    """
    codes, geometries = list(shapes), np.array(list(shapes.values()), dtype=object)
    shapely.prepare(geometries)
    areas = shapely.area(geometries)
    pairs = []
    for first, second in _candidates(geometries):
        small, large = sorted((first, second), key=lambda place: float(areas[place]))
        if _share_inside(geometries[small], geometries[large]) >= OVERLAP:
            pairs.append((codes[first], codes[second]))
        if len(pairs) == MAX_OVERLAPS:
            break
    return pairs


def _candidates(geometries: np.ndarray) -> list[tuple[int, int]]:
    """Pairs whose boxes touch, but no more than real wards can have."""
    if not len(geometries):
        return []
    tree = shapely.STRtree(geometries)
    pairs: set[tuple[int, int]] = set()
    for place, geometry in enumerate(geometries):
        west, south, east, north = geometry.bounds
        box = shapely.box(west - NEAR, south - NEAR, east + NEAR, north + NEAR)
        hits = [int(hit) for hit in tree.query(box)[:MAX_CANDIDATES] if int(hit) != place]
        pairs.update((min(place, hit), max(place, hit)) for hit in hits)
        if len(pairs) > MAX_PAIRS:
            break
    return sorted(pairs)


def _share_inside(small: BaseGeometry, large: BaseGeometry) -> float:
    west, south, east, north = small.bounds
    grid = np.meshgrid(
        np.linspace(west, east, SAMPLES + 2)[1:-1], np.linspace(south, north, SAMPLES + 2)[1:-1]
    )
    xs, ys = grid[0].ravel(), grid[1].ravel()
    inside = shapely.contains_xy(small, xs, ys)
    total = int(inside.sum())
    if not total:
        return 0.0
    return float(shapely.contains_xy(large, xs[inside], ys[inside]).sum()) / total
