"""From shapes to SVG. Nothing inline but attributes: the files obey the strictest policy."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from shapely.geometry.base import BaseGeometry

from wijkteams.models import Wijk
from wijkteams.palettes import verf_of

from .labels import Label, label_of
from .paths import path_data
from .shapes import Paper, fit_together, on_paper, simplify_together

SHEET = Paper(width=1200, height=1500, margin=8)
EMBLEM = Paper(width=240, height=240, margin=6)
MAP_BYTES, OUTLINE_BYTES = 30_000, 1_500
TOLERANCES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
DOT = 7  # radius of what stands for a ward that is too small to see
WARDS_NAMED = 150  # a map with more wards does without the names: the list beside it has them


@dataclass(frozen=True)
class WardShape:
    """What a drawing needs to know about a ward."""

    number: int
    name: str
    palette: str
    status: str
    shape: BaseGeometry


@dataclass(frozen=True)
class Svg:
    """A drawing, and the size at which it is meant to be shown."""

    text: str
    width: int
    height: int


def draw_map(wards: Sequence[WardShape], title: str) -> Svg:
    """The map of wards that lie together, as fine as fits in the size of a file."""
    placed, width, height = on_paper([ward.shape for ward in wards], SHEET)
    fitted = fit_together(placed)
    plates = [_plate(label_of(shape, w.number)) for w, shape in zip(wards, fitted, strict=True)]
    context = {
        "title": printable(title),
        "lang": settings.LANGUAGE_CODE,
        "width": width,
        "height": height,
        "shown_width": (width + 1) // 2,
        "shown_height": (height + 1) // 2,
        "patterns": _patterns(wards),
        "plates": [plate for plate in plates if plate],
    }
    text = ""
    for tolerance in TOLERANCES:
        simple = simplify_together(fitted, tolerance)
        lines = [_line(w, s, len(wards)) for w, s in zip(wards, simple, strict=True)]
        text = _render("maps/kaart.svg", {**context, "wards": lines})
        if len(text.encode()) <= MAP_BYTES:
            break
    return Svg(text, (width + 1) // 2, (height + 1) // 2)


def draw_outline(ward: WardShape) -> Svg:
    """The outline of one ward, on a square, in the ward's colour."""
    [placed], size, _height = on_paper([ward.shape], EMBLEM, square=True)
    context = {
        "title": printable(ward.name),
        "lang": settings.LANGUAGE_CODE,
        "size": size,
        "shown": size // 5,
        "fill": verf_of(ward.palette).middle,
    }
    text = ""
    for tolerance in TOLERANCES:
        [simple] = simplify_together([placed], tolerance)
        text = _render("maps/omtrek.svg", {**context, "path": _path_or_dot(simple)})
        if len(text.encode()) <= OUTLINE_BYTES:
            break
    return Svg(text, size // 5, size // 5)


def printable(text: str) -> str:
    """Without the characters that XML does not know, such as NUL."""
    return "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cs", "Cn"))


def _render(template: str, context: dict[str, Any]) -> str:
    return render_to_string(template, context).strip()


def _line(ward: WardShape, shape: BaseGeometry, count: int) -> dict[str, Any]:
    return {
        "fill": _fill(ward),
        "path": _path_or_dot(shape),
        "title": _title(ward) if count <= WARDS_NAMED else str(ward.number),
    }


def _path_or_dot(shape: BaseGeometry) -> str:
    path = path_data(shape)
    if path or shape.is_empty:
        return path
    return path_data(shapely.buffer(shapely.centroid(shape), DOT, quad_segs=4))


def _title(ward: WardShape) -> str:
    name = f"{ward.number} {printable(ward.name)}"
    if ward.status == Wijk.Status.ACTIEF:
        return name
    return f"{name} ({Wijk.Status(ward.status).label})"


def _fill(ward: WardShape) -> str:
    if ward.status == Wijk.Status.ACTIEF:
        return verf_of(ward.palette).middle
    return f"url(#{_pattern_id(ward)})"


def _pattern_id(ward: WardShape) -> str:
    return f"{ward.palette}-{ward.status}"


def _patterns(wards: Sequence[WardShape]) -> list[dict[str, Any]]:
    """Lighter and hatched where a team rests, crossed where it ended: not by colour alone."""
    found = {}
    for ward in wards:
        if ward.status != Wijk.Status.ACTIEF:
            verf = verf_of(ward.palette)
            found[_pattern_id(ward)] = {
                "id": _pattern_id(ward),
                "light": verf.light,
                "deep": verf.middle,
                "crossed": ward.status != Wijk.Status.SLAPEND,
            }
    return list(found.values())


def _plate(label: Label | None) -> dict[str, Any] | None:
    if label is None:
        return None
    return {
        "number": label.number,
        "x": label.x,
        "base": label.y + round(label.size * 0.36),
        "size": label.size,
        "left": label.x - label.width // 2,
        "top": label.y - label.height // 2,
        "width": label.width,
        "height": label.height,
    }


def map_title(gemeente: str) -> str:
    """What the map shows, in the city's own language."""
    if gemeente:
        return _("Kaart van de wijken van %(gemeente)s") % {"gemeente": gemeente}
    return _("Kaart van de wijken")
