"""The picture of a shared link: name, city, wall and outline of a ward; or the map of the city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from wijkteams.maps.shapes import Paper, on_paper, simplify_together
from wijkteams.palettes import verf_of

from . import lettering
from .icon import MARK, fill_shape
from .wall import wall

WIDTH, HEIGHT = 1200, 630
MAX_BYTES = 60_000
PAPER, SOFT, LAMP, FRAME = "#fbf7f0", "#535869", "#ffd98a", "#fffdfa"
PLINTH = 96  # the height of the wall below
MARGIN, TEXT_WIDTH = 72, 620
SHAPE = Paper(width=400, height=400, margin=4)
SHAPE_AT = (736, 72)
FINE = 2


@dataclass(frozen=True)
class Ground:
    """A piece of land on the card: its boundary, and whose colour it has."""

    boundary: BaseGeometry
    palette: str


def draw_card(name: str, below: str, palette: str, grounds: Sequence[Ground]) -> bytes:
    """A PNG of 1200 by 630. One piece of land is laid in bricks, several get plain colours."""
    card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    card.paste(wall(palette, (WIDTH, PLINTH)), (0, HEIGHT - PLINTH))
    verf = verf_of(palette)
    pencil = ImageDraw.Draw(card)
    pencil.rectangle((0, HEIGHT - PLINTH - 8, WIDTH, HEIGHT - PLINTH), fill=verf.deep)
    if grounds:
        picture, mask = _land(grounds)
        card.paste(picture, SHAPE_AT, mask)
    else:
        _window(card, palette)
    _mark(pencil, verf.middle)
    _write(pencil, name, below, verf.deep)
    return _packed(card)


def _write(pencil: ImageDraw.ImageDraw, name: str, below: str, ink: str) -> None:
    """The name in the middle, what is below it under it; Arabic begins on the right."""
    title = lettering.fit(name, (TEXT_WIDTH, 280), range(92, 40, -4), 4, 780)
    small = lettering.fit(below, (TEXT_WIDTH, 60), range(36, 22, -2), 1, 500)
    y = (HEIGHT - PLINTH - title.height - small.height) // 2 + 24
    for block, fill in ((title, ink), (small, SOFT)):
        for line in block.lines:
            x = MARGIN
            if lettering.is_rtl(name):
                x += TEXT_WIDTH - round(lettering.length(line, block.size, block.weight))
            lettering.write(pencil, (x, y), line, block.size, block.weight, fill)
            y += round(block.size * lettering.LINE)
        y += 16


def _land(grounds: Sequence[Ground]) -> tuple[Image.Image, Image.Image]:
    """The land, and the mask of where it lies."""
    placed, width, height = on_paper([g.boundary for g in grounds], SHAPE, square=True)
    shapes = simplify_together(placed, 1.0)
    mask = Image.new("L", (width * FINE, height * FINE))
    picture = wall(grounds[0].palette, (width, height))
    if len(grounds) > 1:
        picture = Image.new("RGB", mask.size, PAPER)
    for ground, shape in zip(grounds, shapes, strict=True):
        fill_shape(ImageDraw.Draw(mask), shape, FINE, 255, 0)
        if len(grounds) > 1:
            colour = verf_of(ground.palette).middle
            fill_shape(ImageDraw.Draw(picture), shape, FINE, colour, PAPER)
    size = (width, height)
    return picture.resize(size), mask.resize(size, Image.Resampling.LANCZOS)


def _window(card: Image.Image, palette: str) -> None:
    """No boundary is known: a piece of wall, and a window with the light on."""
    left, top = SHAPE_AT
    side = SHAPE.width
    card.paste(wall(palette, (side, side)), SHAPE_AT)
    pane = Image.new("L", (240 * FINE, 300 * FINE))
    pencil = ImageDraw.Draw(pane)
    pencil.rounded_rectangle(
        (0, 0, pane.width, pane.height), 120 * FINE, fill=255, corners=(True, True, False, False)
    )
    mask = pane.resize((240, 300), Image.Resampling.LANCZOS)
    place = (left + (side - 240) // 2, top + side - 340)
    card.paste(FRAME, (*place, place[0] + 240, place[1] + 300), mask)
    glass = mask.resize((208, 268), Image.Resampling.LANCZOS)
    inner = (place[0] + 16, place[1] + 16)
    card.paste(LAMP, (*inner, inner[0] + 208, inner[1] + 268), glass)
    bars = ImageDraw.Draw(card)
    bars.rectangle((inner[0] + 100, inner[1], inner[0] + 108, inner[1] + 110), fill=FRAME)
    bars.rectangle((inner[0], inner[1] + 106, inner[0] + 207, inner[1] + 114), fill=FRAME)
    sill = (place[0] - 20, place[1] + 300, place[0] + 260, place[1] + 316)
    bars.rectangle(sill, fill=FRAME)


def _mark(pencil: ImageDraw.ImageDraw, colour: str) -> None:
    """The mark of the site, in the upper corner."""
    for left, top, wide, high in MARK:
        x, y = MARGIN + (left - 21) * 0.75, 56 + (top - 21) * 0.75
        pencil.rounded_rectangle((x, y, x + wide * 0.75, y + high * 0.75), 3, fill=colour)


def _packed(card: Image.Image) -> bytes:
    """As a PNG with as many colours as fit in the size of a file."""
    data = b""
    for colours in (128, 64, 32, 16):
        buffer = BytesIO()
        card.quantize(colours, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        data = buffer.getvalue()
        if len(data) <= MAX_BYTES:
            break
    return data
