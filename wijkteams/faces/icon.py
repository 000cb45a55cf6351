"""The small sign of a ward: its outline on a tile of its colour."""

from __future__ import annotations

from io import BytesIO

import shapely
from django.template.loader import render_to_string
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from wijkteams.maps.paths import path_data
from wijkteams.maps.shapes import Paper, on_paper, simplify_together
from wijkteams.palettes import verf_of

SHEET = Paper(width=128, height=128, margin=16)
CORNER, PAPER = 28, "#fffdfa"
# The mark of the site: bricks around a square. Left, top, width, height.
MARK = ((21, 21, 53, 23), (21, 50, 23, 57), (80, 21, 27, 57), (50, 84, 57, 23), (50, 50, 24, 28))
FINE = 8
TOLERANCE = 1.5


def icon_svg(palette: str, boundary: BaseGeometry | None) -> str:
    """For a browser tab; without a boundary it shows the mark of the site."""
    shape = _shape(boundary)
    context = {
        "fill": verf_of(palette).middle,
        "paper": PAPER,
        "size": SHEET.width,
        "corner": CORNER,
        "path": path_data(shape),
    }
    return render_to_string("maps/icoon.svg", context).strip()


def icon_png(palette: str, boundary: BaseGeometry | None, size: int, *, round_off: bool) -> bytes:
    """The same in pixels; telephones round off the corners themselves."""
    side = size * FINE
    image = Image.new("RGBA", (side, side))
    pencil = ImageDraw.Draw(image)
    scale = side / SHEET.width
    radius = CORNER * scale if round_off else 0
    pencil.rounded_rectangle((0, 0, side - 1, side - 1), radius, fill=verf_of(palette).middle)
    fill_shape(pencil, _shape(boundary), scale, PAPER, verf_of(palette).middle)
    small = image.resize((size, size), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    (small if round_off else small.convert("RGB")).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def fill_shape(
    pencil: ImageDraw.ImageDraw, shape: BaseGeometry, scale: float, fill: object, ground: object
) -> None:
    """Colour a shape; its holes show the ground again."""
    for part in shapely.get_parts(shape):
        for number, ring in enumerate(shapely.get_rings(part)):
            points = [(x * scale, y * scale) for x, y in shapely.get_coordinates(ring)]
            pencil.polygon(points, fill=ground if number else fill)  # type: ignore[arg-type]


def _shape(boundary: BaseGeometry | None) -> BaseGeometry:
    if boundary is None:
        return shapely.union_all(
            [shapely.box(left, top, left + wide, top + high) for left, top, wide, high in MARK]
        )
    [placed], _width, _height = on_paper([boundary], SHEET, square=True)
    [simple] = simplify_together([placed], TOLERANCE)
    return placed if simple.is_empty else simple
