"""Pictures of how the style page's parts look, to notice what changes without anybody wanting it.

    python -m tests.journeys.references     make them anew, after a change that was wanted

They stand in tests/journeys/reference_pictures/, at half size: small, and deaf to the way in which
machines smooth letters. Look at what changed (git shows it) before you commit them.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).with_name("reference_pictures")
DIFFERENCES = ROOT / "var/stijl"
RENEW = "RENEW_REFERENCES"
SHRINK = 2
NOTICEABLE = 24
"How far a pixel may be off in its worst colour, of 255."
TILE = 16
TILE_SHARE = 0.3
"This part of the pixels in any square of 16 by 16 may be off by more."
TOTAL_SHARE = 0.004
"And this part of all pixels."


@dataclass(frozen=True)
class Difference:
    """What is not as it was: in words, with the highest point, and as a picture."""

    words: str
    top: int
    picture: Image.Image | None = None


def shrunk(path_or_bytes: object) -> Image.Image:
    """A screenshot as it is kept: at half size, without transparency."""
    picture = Image.open(path_or_bytes).convert("RGB")  # type: ignore[arg-type]
    return picture.reduce(SHRINK)


def reference(name: str) -> Path:
    return FOLDER / f"{name}.webp"


def keep(name: str, picture: Image.Image) -> None:
    """Store a picture as the one to compare with."""
    FOLDER.mkdir(exist_ok=True)
    picture.save(reference(name), lossless=True, quality=100, method=6)


def compare(before: Image.Image, now: Image.Image) -> Difference | None:
    """Nothing when the two look the same; small differences in smoothing are no difference."""
    width, height = min(before.width, now.width), min(before.height, now.height)
    box = (0, 0, width, height)
    off = _off(before.crop(box), now.crop(box))
    share, tiles = off.histogram()[255] / (width * height), _bad_tiles(off)
    if before.size == now.size and not tiles and share <= TOTAL_SHARE:
        return None
    top = tiles[0][1] if tiles else (off.getbbox() or box)[1]
    words = f"{share:.2%} of the pixels and {len(tiles)} squares differ"
    if before.size != now.size:
        words += f"; the size was {before.size} and is {now.size} (halved)"
    return Difference(words, top * SHRINK, _side_by_side(before, now, off))


def _off(before: Image.Image, now: Image.Image) -> Image.Image:
    """White where a pixel is noticeably off, else black."""
    red, green, blue = ImageChops.difference(before, now).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return worst.point(lambda value: 255 if value > NOTICEABLE else 0)


def _bad_tiles(off: Image.Image) -> list[tuple[int, int]]:
    """The squares in which too much is off, from the top."""
    limit = 255 * TILE_SHARE
    shares = off.resize(
        (max(1, off.width // TILE), max(1, off.height // TILE)), Image.Resampling.BOX
    )
    return [
        (x * TILE, y * TILE)
        for y in range(shares.height)
        for x in range(shares.width)
        if shares.getpixel((x, y)) > limit
    ]


def _side_by_side(before: Image.Image, now: Image.Image, off: Image.Image) -> Image.Image:
    """As it was, as it is, and in red what differs."""
    marked = Image.composite(
        Image.new("RGB", off.size, (220, 0, 0)), now.crop((0, 0, *off.size)), off
    )
    parts = (before, now, marked)
    size = (sum(part.width for part in parts) + 40, max(part.height for part in parts))
    sheet, x = Image.new("RGB", size, (128, 128, 128)), 0
    for part in parts:
        sheet.paste(part, (x, 0))
        x += part.width + 20
    return sheet


def save_difference(name: str, difference: Difference) -> Path:
    """Put the difference where a person can look at it."""
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    path = DIFFERENCES / f"{name}.png"
    if difference.picture:
        difference.picture.save(path)
    return path


def is_renewing() -> bool:
    return RENEW in os.environ


def main() -> int:
    os.environ[RENEW] = "1"
    tests = str(Path(__file__).with_name("test_style.py"))
    return int(pytest.main(["-m", "e2e", "-q", "-p", "no:randomly", "-k", "looks_as", tests]))


if __name__ == "__main__":
    sys.exit(main())
