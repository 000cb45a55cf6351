"""Show the states of a signal and their moves (`signalen.staten`) in docs/beheer/signalen.md.

python -m tests.signal_states    writes the picture and the table anew
"""

from __future__ import annotations

import math
import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs/beheer/signalen.md"
PICTURE = ROOT / "docs/beheer/beelden/signalen-staten.svg"
TABLE = re.compile(r"(?<=<!-- begin staten -->\n).*?(?=<!-- einde staten -->)", re.DOTALL)
WIDE, HIGH = 150, 46
PLACES = {
    "nieuw": (90, 150),
    "bekeken": (280, 60),
    "besproken": (480, 150),
    "doorgezet": (680, 60),
    "opgepakt": (680, 240),
    "opgelost": (890, 60),
    "geen_actie": (890, 240),
    "heropend": (480, 340),
}
"The middle of each box. A state without a place is an error here."


def picture() -> str:
    """Draw it: a box for each state, an arrow for each move."""
    from wijkteams.signalen.models import Staat
    from wijkteams.signalen.staten import MOVES

    arrows = [_arrow(van, naar) for van, onto in MOVES.items() for naar in onto]
    boxes = [_box(staat.value, str(staat.label)) for staat in Staat]
    return "\n".join(
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 990 400" role="img">',
            "<title>De staten van een signaal, en welke stappen mogen</title>",
            '<rect width="990" height="400" fill="#fff"/>',
            '<defs><marker id="punt" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
            'markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8Z" fill="#535869"/>',
            "</marker></defs>",
            *arrows,
            *boxes,
            "</svg>\n",
        )
    )


def _box(name: str, label: str) -> str:
    x, y = PLACES[name]
    return (
        f'<rect x="{x - WIDE // 2}" y="{y - HIGH // 2}" width="{WIDE}" height="{HIGH}" rx="6" '
        f'fill="#eef4f6" stroke="#1d2130"/><text x="{x}" y="{y + 5}" text-anchor="middle" '
        f'font-family="sans-serif" font-size="{15 if len(label) < 18 else 12}">{label}</text>'
    )


def _arrow(van: str, naar: str) -> str:
    """A bow from edge to edge; there and back bend to different sides."""
    (x1, y1), (x2, y2) = PLACES[van], PLACES[naar]
    away = math.hypot(x2 - x1, y2 - y1)
    bend = 0.14 * away
    middle = (x1 + x2) / 2 - (y2 - y1) / away * bend, (y1 + y2) / 2 + (x2 - x1) / away * bend
    start, end = _edge((x1, y1), middle), _edge((x2, y2), middle)
    points = " ".join(f"{x:.0f} {y:.0f}" for x, y in (start, middle, end))
    first, rest = points.split(" ", 2)[:2], points.split(" ", 2)[2]
    return (
        f'<path d="M{" ".join(first)}Q{rest}" fill="none" stroke="#535869" stroke-width="1.3" '
        'stroke-opacity="0.7" marker-end="url(#punt)"/>'
    )


def _edge(box: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where a line from the middle of a box leaves it."""
    dx, dy = towards[0] - box[0], towards[1] - box[1]
    scale = min(
        (WIDE / 2 + 2) / abs(dx) if dx else math.inf, (HIGH / 2 + 2) / abs(dy) if dy else math.inf
    )
    return box[0] + dx * scale, box[1] + dy * scale


def table() -> str:
    """The same in words."""
    from wijkteams.signalen.models import Staat
    from wijkteams.signalen.staten import MOVES, NEEDS_REASON

    lines = ["| Staat | Mag daarna naar | Zin voor bewoners |\n|---|---|---|\n"]
    for staat in Staat:
        onto = ", ".join(str(Staat(one).label) for one in MOVES[staat])
        needs = "moet" if staat in NEEDS_REASON else "mag"
        lines.append(f"| {staat.label} | {onto} | {needs} |\n")
    return "".join(lines)


def documented() -> str:
    """Read the table that the document holds."""
    found = TABLE.search(DOCUMENT.read_text())
    return found.group() if found else ""


if __name__ == "__main__":
    import sys

    import django

    sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture())
    DOCUMENT.write_text(TABLE.sub(lambda _: table(), DOCUMENT.read_text()))
