"""Boundaries: checked, repaired where that is safe, and compared with each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from django.utils.translation import gettext as _
from shapely.geometry import MultiPolygon, Polygon, mapping
from shapely.geometry.base import BaseGeometry

from .limits import MAX_POINTS_PER_AREA, MAX_RINGS_PER_AREA

# The European Netherlands, a little wide.
WEST, SOUTH, EAST, NORTH = 3.0, 50.6, 7.4, 53.9
DECIMALS = 6
MAX_CROSSINGS = 1_000
MAX_PAIRS = 5_000_000

Ring = list[tuple[float, float]]


class BadGeometryError(Exception):
    """The boundary cannot be used; the message says why, in Dutch."""


class NoAreaError(BadGeometryError):
    """The boundary has fallen flat: what is left when a small area is simplified too much."""


@dataclass(frozen=True)
class Boundary:
    """A boundary that can be used, what it costs, and whether it had to be repaired."""

    shape: BaseGeometry
    points: int
    rings: int
    repaired: bool


def read_boundary(geometry: object) -> Boundary:
    """The boundary as a shape; raises BadGeometryError with the reason if it cannot be one."""
    polygons = _polygons(geometry)
    points = sum(len(ring) for rings in polygons for ring in rings)
    rings = sum(len(rings) for rings in polygons)
    if points > MAX_POINTS_PER_AREA or rings > MAX_RINGS_PER_AREA:
        raise BadGeometryError(_("De grens is te fijn getekend. Vereenvoudig het bestand."))
    shape = _build(polygons)
    if shapely.is_valid(shape):
        repaired = False
    else:
        shape, repaired = _repair(shape), True
    if shape.is_empty or shape.area <= 0:
        raise NoAreaError(_("De grens heeft geen oppervlakte."))
    return Boundary(shape, points, rings, repaired)


def as_geojson(shape: BaseGeometry) -> dict[str, Any]:
    """The boundary as it is kept: WGS84, six decimals, lists instead of tuples."""
    plain = mapping(shape)
    return {"type": plain["type"], "coordinates": _lists(plain["coordinates"])}


def _lists(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [_lists(part) for part in value]
    return round(float(value), DECIMALS)


def _polygons(geometry: object) -> list[list[Ring]]:
    if geometry is None:
        raise BadGeometryError(_("De grens ontbreekt."))
    if not isinstance(geometry, dict):
        raise BadGeometryError(_("De grens is geen GeoJSON."))
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise BadGeometryError(_("De grens moet een vlak zijn (Polygon of MultiPolygon)."))
    parts = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(parts, list) or not parts:
        raise BadGeometryError(_("De grens heeft geen punten."))
    return [_rings(part) for part in parts]


def _rings(part: object) -> list[Ring]:
    if not isinstance(part, list) or not part:
        raise BadGeometryError(_("De grens heeft geen punten."))
    return [_ring(ring) for ring in part]


def _ring(ring: object) -> Ring:
    if not isinstance(ring, list) or len(ring) < 4:
        raise BadGeometryError(_("Een lijn van de grens heeft minder dan vier punten."))
    points = [_point(point) for point in ring]
    if points[0] != points[-1]:
        raise BadGeometryError(_("Een lijn van de grens is niet gesloten."))
    return points


def _point(point: object) -> tuple[float, float]:
    if not isinstance(point, list) or not 2 <= len(point) <= 4:
        raise BadGeometryError(_("Een punt van de grens is geen paar getallen."))
    x, y = point[0], point[1]
    for value in (x, y):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadGeometryError(_("Een punt van de grens is geen paar getallen."))
    if not (WEST <= x <= EAST and SOUTH <= y <= NORTH):
        raise BadGeometryError(_outside(x, y))
    return round(float(x), DECIMALS), round(float(y), DECIMALS)


def _outside(x: float, y: float) -> str:
    """Say what the coordinates look like, because the cure depends on it."""
    if WEST <= y <= EAST and SOUTH <= x <= NORTH:
        return _("De coördinaten zijn verwisseld: eerst de lengte (x), dan de breedte (y).")
    if 0 <= x <= 300_000 and 300_000 <= y <= 650_000:
        return _(
            "De coördinaten zijn in het Rijksdriehoeksstelsel (RD, EPSG:28992). "
            "Download het bestand in WGS84 (EPSG:4326) of zet het om."
        )
    if 330_000 <= x <= 830_000 and 6_500_000 <= y <= 7_200_000:
        return _(
            "De coördinaten zijn in Web Mercator (EPSG:3857). "
            "Download het bestand in WGS84 (EPSG:4326) of zet het om."
        )
    return _("De grens ligt buiten Nederland. De coördinaten moeten in WGS84 zijn.")


def _build(polygons: list[list[Ring]]) -> BaseGeometry:
    parts = [Polygon(rings[0], rings[1:]) for rings in polygons]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def _repair(shape: BaseGeometry) -> BaseGeometry:
    if _too_many_crossings(shape):
        raise BadGeometryError(_("De grens kruist zichzelf te vaak om te herstellen."))
    repaired = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    if repaired.is_empty:
        raise NoAreaError(_("De grens heeft geen oppervlakte."))
    if repaired.geom_type not in ("Polygon", "MultiPolygon"):
        raise BadGeometryError(_("De grens is ongeldig en kan niet worden hersteld."))
    # What is kept has six decimals: rounding must not break what was just mended.
    rounded = shapely.set_precision(repaired, 10**-DECIMALS)
    if rounded.geom_type not in ("Polygon", "MultiPolygon") or not shapely.is_valid(rounded):
        raise BadGeometryError(_("De grens is ongeldig en kan niet worden hersteld."))
    return rounded


def _too_many_crossings(shape: BaseGeometry) -> bool:
    """Repairing costs time and memory per crossing: count them in small bites first."""
    lines = [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.get_parts(shape))]
    starts = np.concatenate([line[:-1] for line in lines])
    ends = np.concatenate([line[1:] for line in lines])
    segments = shapely.linestrings(np.stack([starts, ends], axis=1))
    tree = shapely.STRtree(segments)
    bite = max(1, 500_000 // len(segments))
    found = looked = 0
    for first in range(0, len(segments), bite):
        part = segments[first : first + bite]
        pairs = tree.query(part)
        looked += pairs.shape[1]
        meets = shapely.intersects(part[pairs[0]], segments[pairs[1]])
        # Each segment meets itself and the two beside it; whatever is more crosses or overlaps.
        found += max(0, int(meets.sum()) - 3 * len(part))
        if found > MAX_CROSSINGS or looked > MAX_PAIRS:
            return True
    return False
