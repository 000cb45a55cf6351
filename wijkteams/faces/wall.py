"""The wall of a palette, as pixels: the same bricks as in static/img/verband-*.svg."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from django.conf import settings
from PIL import Image, ImageColor, ImageDraw

from wijkteams.palettes import Palet, verf_of

# As in frontend/css/tokens/palettes.css; a test compares them.
BOND = {
    Palet.SLUIS: "wild",
    Palet.HAVEN: "halfsteens",
    Palet.OUDESLUIS: "kruis",
    Palet.MOLEN: "keper",
    Palet.LINDE: "blok",
    Palet.KANAAL: "tegel",
    Palet.SPOOR: "elleboog",
    Palet.TUIN: "vlaams",
    Palet.ZON: "waaier",
    Palet.DUIN: "halfsteens",
    Palet.HEIDE: "keper",
    Palet.AVOND: "kruis",
}
FINE = 2  # drawn larger and then made smaller: smooth edges
FAN, RING, JOINT = 24.0, 8.0, 1.8

Colour = tuple[int, int, int]
Brick = tuple[list[tuple[float, float]], float]


def wall(palette: str, size: tuple[int, int], zoom: float = 2.0) -> Image.Image:
    """A wall of this size; `zoom` 1 is as large as the bricks stand on a page."""
    verf = verf_of(palette)
    brick, joint = _rgb(verf.middle), _rgb(verf.light)
    bond = BOND[Palet(palette) if palette in Palet.values else Palet.SLUIS]
    scale = zoom * FINE
    tile = (
        _fans(brick, joint, scale * 1.5) if bond == "waaier" else _tile(bond, brick, joint, scale)
    )
    large = Image.new("RGB", (size[0] * FINE, size[1] * FINE), joint)
    for x in range(0, large.width, tile.width):
        for y in range(0, large.height, tile.height):
            large.paste(tile, (x, y))
    return large.resize(size, Image.Resampling.LANCZOS)


def _tile(bond: str, brick: Colour, joint: Colour, scale: float) -> Image.Image:
    (width, height), bricks = _bricks(bond)
    tile = Image.new("RGB", (round(width * scale), round(height * scale)), joint)
    pencil = ImageDraw.Draw(tile)
    for points, strength in bricks:
        pencil.polygon(
            [(x * scale, y * scale) for x, y in points], fill=_mix(joint, brick, strength)
        )
    return tile


@cache
def _bricks(bond: str) -> tuple[tuple[float, float], list[Brick]]:
    """The bricks of one tile, read from its drawing: corners, and how strong the colour is."""
    path = Path(settings.ASSETS_DIR) / f"static/img/verband-{bond}.svg"
    drawing = ElementTree.fromstring(path.read_text())  # noqa: S314 - our own file
    turn = re.search(r"rotate\((\d+)\)", path.read_text())
    angle = math.radians(float(turn[1])) if turn else 0.0
    bricks = []
    for node in drawing.iter("{http://www.w3.org/2000/svg}rect"):
        left, top = float(node.get("x", 0)), float(node.get("y", 0))
        right, bottom = left + float(node.get("width", 0)), top + float(node.get("height", 0))
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        turned = [_turned(corner, angle) for corner in corners]
        bricks.append((turned, float(node.get("fill-opacity", 1))))
    return (float(drawing.get("width", 1)), float(drawing.get("height", 1))), bricks


def _turned(point: tuple[float, float], angle: float) -> tuple[float, float]:
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


def _fans(brick: Colour, joint: Colour, scale: float) -> Image.Image:
    """Cobbles in fans: each row lies over the one above it."""
    side = round(2 * FAN * scale)
    tile = Image.new("RGB", (side, side), joint)
    pencil = ImageDraw.Draw(tile)
    for row in range(-1, 4):
        for column in range(-1, 2):
            middle = (FAN * (2 * column + row % 2) * scale, FAN * row * scale)
            _fan(pencil, middle, brick, joint, scale)
    return tile


def _fan(
    pencil: ImageDraw.ImageDraw,
    middle: tuple[float, float],
    brick: Colour,
    joint: Colour,
    scale: float,
) -> None:
    x, y = middle
    pencil.circle(middle, FAN * scale, fill=joint)
    for ring, strength in ((FAN - JOINT, 0.95), (FAN - RING - JOINT, 0.8), (FAN - 2 * RING, 1.0)):
        radius = ring * scale
        box = (x - radius, y - radius, x + radius, y + radius)
        cobbles = max(4, round(ring * 0.7))
        step = 360 / cobbles
        gap = math.degrees(JOINT / ring)
        for number in range(cobbles):
            start = number * step
            colour = _mix(joint, brick, strength)
            width = round((RING - JOINT) * scale)
            pencil.arc(box, start, start + step - gap, fill=colour, width=width)


def _rgb(colour: str) -> Colour:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red, green, blue


def _mix(ground: Colour, paint: Colour, strength: float) -> Colour:
    red, green, blue = (round(g + (p - g) * strength) for g, p in zip(ground, paint, strict=True))
    return red, green, blue
