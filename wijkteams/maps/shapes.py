"""Boundaries as shapes on paper: read without trust, projected, fitted together, simplified."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

MAX_LATITUDE = 85
SLIVER = 30.0  # square units: smaller loose parts are left out
GAP = 3.0  # units: narrower gaps between neighbours are closed


@dataclass(frozen=True)
class Paper:
    """A sheet to draw on, in units."""

    width: int
    height: int
    margin: int


def read_shape(boundary: Any) -> BaseGeometry | None:
    """A stored boundary as polygons in degrees; None for what cannot be drawn."""
    if not isinstance(boundary, dict):
        return None
    try:
        shape = shapely.from_geojson(json.dumps(boundary))
        shape = shapely.make_valid(
            shapely.force_2d(shape), method="structure", keep_collapsed=False
        )
    except (shapely.errors.GEOSException, TypeError, ValueError, RecursionError):
        return None
    shape = polygons_of(shape)
    if shape.is_empty:
        return None
    west, south, east, north = shape.bounds
    on_earth = west >= -180 and east <= 180 and south >= -MAX_LATITUDE and north <= MAX_LATITUDE
    return shape if on_earth else None


def polygons_of(shape: BaseGeometry) -> BaseGeometry:
    """Only the surfaces of a shape."""
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    parts = [p for p in shapely.get_parts(shape) if p.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if parts else MultiPolygon()


def on_paper(
    shapes: Sequence[BaseGeometry], paper: Paper, *, square: bool = False
) -> tuple[list[BaseGeometry], int, int]:
    """Shapes in degrees as shapes on paper, north up and in true proportion, with its size.

    An equirectangular projection at the middle latitude: right enough for a city. The sheet is
    cut off to what is drawn, unless it has to stay square.
    """
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    squeeze = math.cos(math.radians((south + north) / 2))
    wide, high = (east - west) * squeeze, north - south
    room_x, room_y = paper.width - 2 * paper.margin, paper.height - 2 * paper.margin
    scale = min(room_x / max(wide, 1e-9), room_y / max(high, 1e-9))
    left = (paper.width - wide * scale) / 2 if square else float(paper.margin)
    top = (paper.height - high * scale) / 2 if square else float(paper.margin)

    def project(points: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        x = (points[:, 0] - west) * squeeze * scale + left
        y = (north - points[:, 1]) * scale + top
        return np.stack([x, y], axis=1)

    drawn = [shapely.transform(shape, project) for shape in shapes]
    if square:
        return drawn, paper.width, paper.height
    return (
        drawn,
        math.ceil(wide * scale) + 2 * paper.margin,
        math.ceil(high * scale) + 2 * paper.margin,
    )


def fit_together(shapes: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Neighbours that share one line: where two wards overlap, the smaller one keeps the place.

    Boundaries of different years overlap; without this the map would hide what lies below.
    """
    try:
        cleaned = shapely.coverage_clean(list(shapes), gap_width=GAP, merge_strategy="min_area")
    except shapely.errors.GEOSException:
        return list(shapes)
    # A ward that lost all of its place to others is drawn as it was.
    return [new if not new.is_empty else old for new, old in zip(cleaned, shapes, strict=True)]


def simplify_together(shapes: Sequence[BaseGeometry], tolerance: float) -> list[BaseGeometry]:
    """Fewer points, and neighbours still meet."""
    try:
        simple = shapely.coverage_simplify(list(shapes), tolerance)
    except shapely.errors.GEOSException:
        simple = shapely.simplify(list(shapes), tolerance)
    return [_without_slivers(shape) for shape in simple]


def _without_slivers(shape: BaseGeometry) -> BaseGeometry:
    parts = sorted(shapely.get_parts(shape), key=lambda part: part.area, reverse=True)
    kept = parts[:1] + [part for part in parts[1:] if part.area >= SLIVER]
    return kept[0] if len(kept) == 1 else MultiPolygon(kept)
