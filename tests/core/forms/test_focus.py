"""Whoever uses the keyboard sees where they are: in the style sheet that goes out, too."""

from __future__ import annotations

import re
from pathlib import Path

CSS = Path(__file__).resolve().parents[3] / "static/css/site.css"


def test_the_ring_of_the_focus_survives_the_build() -> None:
    """PurgeCSS drops a rule that names no element, and with it the only ring on a field."""
    rings = re.findall(r"(?:^|[},])html :focus-visible\{([^}]*)", CSS.read_text())

    assert any("outline:3px solid" in ring for ring in rings)


def test_a_figure_of_a_scale_shows_the_focus_of_the_input_it_covers() -> None:
    assert re.search(r"\.scale label:has\(:focus-visible\)\{outline", CSS.read_text())
