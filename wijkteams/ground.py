"""The outline of a ward as the ground that places lie on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.blocks.ground import Ground
from wijkteams.models import Wijk
from wijkteams.wards import outline_url

# How outlines are drawn (maps.drawing.EMBLEM). Not imported: that needs the memory of shapely.
SIZE, MARGIN = 240, 6


def ground_of(wijk: Wijk) -> Ground | None:
    """None as long as the outline was not drawn."""
    url = outline_url(wijk)
    points = list(_points((wijk.boundary or {}).get("coordinates"))) if url else []
    if not points:
        return None
    longitudes, latitudes = zip(*points, strict=True)
    return Ground(
        name=wijk.name,
        url=url,
        size=SIZE,
        margin=MARGIN,
        west=min(longitudes),
        south=min(latitudes),
        east=max(longitudes),
        north=max(latitudes),
    )


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    """All points of a boundary, however deep its rings lie."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from _points(part)
