"""The colours and the wall of a ward, for paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.conf import settings

from wijkteams.faces.wall import BOND
from wijkteams.models import Wijk
from wijkteams.palettes import DEFAULT_PALETTE, Palet, verf_of

_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


def paint_of(wijk: Wijk | None) -> tuple[dict[str, Any], bytes]:
    """What `house.typ` asks for, and the drawing of one tile of the wall."""
    chosen = wijk.palette if wijk else DEFAULT_PALETTE
    verf = verf_of(chosen)
    bond = BOND[Palet(chosen) if chosen in Palet.values else DEFAULT_PALETTE]
    drawing = (Path(settings.ASSETS_DIR) / f"static/img/verband-{bond}.svg").read_text()
    size = _SIZE.search(drawing)
    width, height = (float(size[1]), float(size[2])) if size else (48.0, 24.0)
    data = {
        "paint": verf._asdict(),
        "bond": {"width": width, "height": height},
    }
    return data, drawing.replace("<svg ", f'<svg fill="{verf.middle}" ', 1).encode()
