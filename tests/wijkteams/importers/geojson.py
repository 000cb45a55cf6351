"""Made-up areas near the river Vliet, as a file of CBS would hold them."""

from __future__ import annotations

import json
from typing import Any

from wijkteams.importers.dossier import Dossier, build_dossier
from wijkteams.importers.reading import Source

STEP = 0.01


def square(column: int = 0, row: int = 0, size: float = STEP) -> dict[str, Any]:
    """A square; neighbours share a side."""
    west, south = round(5 + column * STEP, 6), round(52 + row * STEP, 6)
    east, north = round(west + size, 6), round(south + size, 6)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(code: str, name: str, geometry: object = None, **properties: Any) -> dict[str, Any]:
    """A feature; without a geometry a square by the last figures of its code."""
    place = int(code[-2:]) if code[-2:].isdigit() else 0
    given = {"code": code, "name": name, "gemeente": "Sluisdam", **properties}
    return {
        "type": "Feature",
        "properties": {key: value for key, value in given.items() if value is not None},
        "geometry": square(place) if geometry is None else geometry,
    }


def collection(*features: object) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def source(*features: object, name: str = "wijken.geojson") -> Source:
    """A file with these features."""
    return Source(name, json.dumps(collection(*features)).encode())


def table(text: str, name: str = "kerncijfers_2024.csv") -> Source:
    """A file with key figures."""
    return Source(name, text.encode())


SLUISDAM = (
    area("WK999901", "Wijk 01 Oude Sluis"),
    area("WK999902", "Wijk 02 Havenkwartier"),
    area("BU99990101", "Kerkplein"),
    area("BU99990102", "Achter de Sluis"),
    area("BU99990201", "De Kade"),
)
FIGURES = "code,AantalInwoners_5,Mannen_6\nGM9999,900,450\nWK999901,500,251\nWK999902,400,199\n"


def sluisdam(*features: object, figures: str = FIGURES) -> Dossier:
    """The checked files of a made-up city, or of these features."""
    return build_dossier([source(*(features or SLUISDAM))], table(figures) if figures else None)
