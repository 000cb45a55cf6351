"""Text on a drawing, in the typeface of the site; each script has a font file of its own."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import ImageDraw, ImageFont, features

FONTS = ("latin", "latin-ext", "cyrillic", "arabic")
NOWHERE = "\U0010ffff"  # no font has it: shows what a missing sign looks like
LINE = 1.14


@dataclass(frozen=True)
class Lettering:
    """Lines that fit a width, and the size of their letters."""

    lines: list[str]
    size: int
    weight: int

    @property
    def height(self) -> int:
        """How much room the lines take."""
        return round(len(self.lines) * self.size * LINE)


def fit(text: str, room: tuple[int, int], sizes: range, max_lines: int, weight: int) -> Lettering:
    """The text as large as fits a width and a height; what fits nowhere ends in an ellipsis.

    A word is only cut where it is wider than a line even at the smallest size.
    """
    words = drawable(text).split()
    width, height = room
    for size in sizes:
        if any(length(word, size, weight) > width for word in words) and size != sizes[-1]:
            continue
        found = Lettering(_wrapped(words, width, size, weight), size, weight)
        if len(found.lines) <= max_lines and found.height <= height:
            return found
    lines = _wrapped(words, width, sizes[-1], weight)[:max_lines]
    while lines[-1] and length(f"{lines[-1]}…", sizes[-1], weight) > width:
        lines[-1] = lines[-1][:-1]
    return Lettering([*lines[:-1], f"{lines[-1].rstrip()}…"], sizes[-1], weight)


def drawable(text: str) -> str:
    """What our fonts can show of a text; nothing of a script that cannot be joined here."""
    text = unicodedata.normalize("NFC", text)
    if is_rtl(text) and not features.check("raqm"):
        return ""
    seen = [char for char in text if char.isspace() or unicodedata.category(char)[0] != "C"]
    return "".join(char for char in seen if char.isspace() or _font_of(char))


def is_rtl(text: str) -> bool:
    """Whether the first letter is of a script that runs from right to left."""
    letters = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in letters if kind in ("L", "R", "AL")), "L") != "L"


def length(text: str, size: int, weight: int) -> float:
    """How wide a line is."""
    return sum(font.getlength(part) for part, font in _runs(text, size, weight))


def write(
    pencil: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, weight: int, fill: str
) -> None:
    """Write one line; `at` is its upper corner on the left."""
    runs = _runs(text, size, weight)
    x = float(at[0])
    for part, font in reversed(runs) if is_rtl(text) else runs:
        pencil.text((x, at[1] + size), part, font=font, fill=fill, anchor="ls")
        x += font.getlength(part)


def _wrapped(words: list[str], width: int, size: int, weight: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        for piece in _pieces(word, width, size, weight):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and length(longer, size, weight) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int, size: int, weight: int) -> list[str]:
    """A word that is wider than a line, in parts."""
    pieces = [""]
    for char in word:
        if pieces[-1] and length(pieces[-1] + char, size, weight) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _runs(text: str, size: int, weight: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """The text cut where another font takes over; spaces go along with what is before them."""
    runs: list[tuple[str, str]] = []
    for char in text:
        name = (runs[-1][1] if runs and char.isspace() else _font_of(char)) or FONTS[0]
        if runs and runs[-1][1] == name:
            runs[-1] = (runs[-1][0] + char, name)
        else:
            runs.append((char, name))
    return [(part, _font(name, size, weight)) for part, name in runs]


@cache
def _font_of(char: str) -> str | None:
    """The first of our fonts that has this sign."""
    for name in FONTS:
        font = _font(name, 32, 400)
        if bytes(font.getmask(char)) != bytes(font.getmask(NOWHERE)):
            return name
    return None


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    path = Path(settings.ASSETS_DIR) / f"static/fonts/noto-sans-{name}.woff2"
    font = ImageFont.truetype(str(path), size)
    font.set_variation_by_axes([weight])
    return font
