"""The outline of a ward for paper: dark lines on white, that a copier keeps."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from core.blocks.ground import Ground
from enquetes.models import Enquete


def outline_of(ground: Ground, enquete: Enquete) -> bytes:
    """An SVG of the borders of a ward and of its neighbourhoods, as large as the ground."""
    wijk = enquete.wijk
    parts = []
    if wijk is not None:
        for buurt in wijk.buurten.all():
            parts.append(_path(ground, buurt.boundary, 'stroke="#888" stroke-width="0.5"'))
        parts.append(_path(ground, wijk.boundary, 'stroke="#000" stroke-width="1.2"'))
    size = ground.size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" fill="none">'
    return f"{head}{''.join(parts)}</svg>".encode()


def _path(ground: Ground, boundary: object, style: str) -> str:
    steps = []
    for ring in _rings(boundary):
        dots = [ground.dot(latitude, longitude) for longitude, latitude in ring]
        steps.append("M" + "L".join(f"{dot[0]} {dot[1]}" for dot in dots if dot) + "Z")
    return f"<path d={quoteattr(''.join(steps))} {style}/>" if steps else ""


def _rings(boundary: object) -> list[list[tuple[float, float]]]:
    """All rings of a polygon or of several (GeoJSON)."""
    found: list[list[tuple[float, float]]] = []

    def walk(part: object) -> None:
        if not isinstance(part, list) or not part:
            return
        first = part[0]
        if isinstance(first, list) and first and isinstance(first[0], int | float):
            found.append([(float(one[0]), float(one[1])) for one in part])
            return
        for deeper in part:
            walk(deeper)

    walk((boundary or {}).get("coordinates") if isinstance(boundary, dict) else None)
    return found
