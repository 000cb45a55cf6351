"""The letters that our fonts have: PDF/UA refuses a page with one that cannot be shown."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path
from struct import unpack, unpack_from
from typing import Any

FONTS = Path(__file__).parent / "fonts"
UNKNOWN = "?"
NOT_READ = {"Mn", "Cf", "Cc", "Co", "Cn", "Cs", "So", "Sk"}
"Categories that are left out without a trace: emoji, marks, what steers a terminal."
BREAKS = {"\t": " ", "\r": "", "\u2028": " ", "\u2029": " "}


def printable(value: Any) -> Any:
    """The same data, however deep, in letters that can be printed."""
    if isinstance(value, str):
        return "".join(_printable(one) for one in value)
    if isinstance(value, dict):
        return {key: printable(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(one) for one in value]
    return value


@cache
def _printable(letter: str) -> str:
    if letter == "\n" or ord(letter) in letters():
        return letter
    if letter in BREAKS:
        return BREAKS[letter]
    plain = unicodedata.normalize("NFKD", letter)
    kept = "".join(one for one in plain if ord(one) in letters())
    if kept or unicodedata.category(letter) in NOT_READ:
        return kept
    return " " if unicodedata.category(letter) == "Zs" else UNKNOWN


@cache
def letters() -> frozenset[int]:
    """Every code point for which the fonts of the house have a drawing."""
    found: set[int] = set()
    for path in FONTS.glob("*-regular.ttf"):
        found |= _mapped(path.read_bytes())
    return frozenset(found)


def _mapped(font: bytes) -> set[int]:
    """The code points of a TrueType font: its table `cmap`, in format 4 (OpenType, cmap)."""
    tables = unpack_from(">H", font, 4)[0]
    for number in range(tables):
        tag, _sum, start, _length = unpack_from(">4sLLL", font, 12 + 16 * number)
        if tag == b"cmap":
            return _segments(font, start)
    raise ValueError("a font without letters")


def _segments(font: bytes, start: int) -> set[int]:
    """Begins and ends of runs; a run that leads nowhere stands last, at 0xFFFF."""
    many = unpack_from(">H", font, start + 2)[0]
    offsets = [unpack_from(">HHL", font, start + 4 + 8 * one)[2] for one in range(many)]
    table = next(start + at for at in offsets if unpack_from(">H", font, start + at)[0] == 4)
    count = unpack_from(">H", font, table + 6)[0] // 2
    ends = unpack(f">{count}H", font[table + 14 : table + 14 + 2 * count])
    starts = unpack(f">{count}H", font[table + 16 + 2 * count : table + 16 + 4 * count])
    if any(first > second for first, second in pairwise(ends)):
        raise ValueError("runs out of order")
    found: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        found.update(range(first, last + 1))
    return found - {0xFFFF}
