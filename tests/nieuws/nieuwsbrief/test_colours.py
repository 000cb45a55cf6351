"""The colours of mail are those of the style sheet, and can be read in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

from nieuws.nieuwsbrief.paint import STEPS, steps_of, wall
from wijkteams.palettes import Palet


def test_the_steps_are_those_of_the_style_sheet() -> None:
    css = (Path(settings.ASSETS_DIR) / "frontend/css/tokens/palettes.css").read_text()
    found = {
        name: re.findall(r"--wijk-\d+: (#\w{6})", rules)
        for name, rules in re.findall(r'data-palet="(\w+)"\] \{(.*?)\}', css, re.DOTALL)
    }

    assert {palette.value: list(steps) for palette, steps in STEPS.items()} == found


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", list(Palet))
def test_all_text_can_be_read(palette: Palet) -> None:
    """WCAG 2.2 AA: 4.5 for text, on each ground that it stands on in templates/mail/style.css."""
    steps = steps_of(palette)
    pairs = [
        (steps.s700, "#ffffff"),
        (steps.s700, steps.s50),
        (steps.s700, steps.s100),
        ("#535869", steps.s50),
        ("#ffffff", steps.s800),
        ("#ffffff", steps.s600),
        (steps.s300, "#1b2030"),
        (steps.s300, "#12151f"),
        (steps.s200, steps.s900),
        (steps.s900, steps.s300),
        ("#ffffff", steps.s900),
        ("#bcc0ce", "#1b2030"),
    ]

    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_each_course_of_the_wall_fills_the_line() -> None:
    for course in wall(steps_of("haven")):
        assert 96 <= sum(brick.width for brick in course) <= 100


def test_an_unknown_palette_is_that_of_the_city() -> None:
    assert steps_of("weg") == STEPS[Palet.SLUIS]
