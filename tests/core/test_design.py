"""The look keeps its promises: contrast of every palette, nothing inline, light in weight."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from wijkteams.palettes import Palet

ROOT = Path(__file__).resolve().parents[2]
TOKENS = ROOT / "frontend/css/tokens"
SITE_CSS = ROOT / "static/css/site.css"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

TEXT, SHAPE = 4.5, 3.0
# (front, back, least contrast); names without a number are neutrals of basis.css.
LIGHT = [
    ("white", "600", TEXT),
    ("white", "800", TEXT),
    ("600", "papier", TEXT),
    ("600", "vlak", TEXT),
    ("600", "50", TEXT),
    ("600", "100", TEXT),
    ("700", "100", TEXT),
    ("700", "200", TEXT),
    ("inkt", "100", TEXT),
    ("inkt-zacht", "50", TEXT),
    ("500", "vlak", SHAPE),
    ("500", "papier", SHAPE),
]
DARK = [
    ("900", "300", TEXT),
    ("900", "200", TEXT),
    ("300", "papier", TEXT),
    ("300", "vlak", TEXT),
    ("300", "900", TEXT),
    ("200", "900", TEXT),
    ("200", "800", TEXT),
    ("50", "900", TEXT),
    ("inkt", "900", TEXT),
    ("inkt-zacht", "900", TEXT),
    ("400", "vlak", SHAPE),
]
NEUTRALS = [
    ("inkt", "papier"),
    ("inkt-zacht", "papier"),
    ("inkt-zacht", "vlak"),
    ("fout", "fout-vlak"),
    ("fout", "papier"),
    ("inkt", "fout-vlak"),
    ("inkt", "let-op-vlak"),
    ("inkt", "goed-vlak"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, back: str) -> float:
    light, dark = sorted((luminance(front), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes() -> dict[str, dict[str, str]]:
    """Steps by palette, as the generated file has them."""
    css = (TOKENS / "palettes.css").read_text()
    blocks = re.findall(r'\[data-palet="(\w+)"\] \{(.*?)\}', css, re.DOTALL)
    return {
        name: dict(re.findall(r"--wijk-(\d+): (#[0-9a-f]{6})", block)) for name, block in blocks
    }


def neutrals(*, dark: bool) -> dict[str, str]:
    """Neutral colours; in the dark the later ones replace the earlier."""
    css = (TOKENS / "basis.css").read_text()
    light_part, _sep, dark_part = css.partition("@media screen and (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light_part))
    if dark:
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark_part.partition("/*")[0]))
    return {**found, "white": "#ffffff"}


def test_there_is_a_palette_for_every_choice_of_a_ward() -> None:
    assert set(palettes()) == {palet.value for palet in Palet}


def test_a_palette_has_all_ten_steps() -> None:
    assert {len(steps) for steps in palettes().values()} == {10}


@pytest.mark.parametrize("palette", [palet.value for palet in Palet])
@pytest.mark.parametrize(("pairs", "dark"), [(LIGHT, False), (DARK, True)], ids=["light", "dark"])
def test_every_palette_can_be_read(
    palette: str, pairs: list[tuple[str, str, float]], dark: bool
) -> None:
    colours = neutrals(dark=dark) | palettes()[palette]

    too_low = {
        f"{front} on {back}": round(contrast(colours[front], colours[back]), 2)
        for front, back, least in pairs
        if contrast(colours[front], colours[back]) < least
    }

    assert not too_low


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_neutral_colours_can_be_read(dark: bool) -> None:
    colours = neutrals(dark=dark)

    assert all(contrast(colours[front], colours[back]) >= TEXT for front, back in NEUTRALS)


def test_public_templates_hold_nothing_inline() -> None:
    inline = re.compile(
        r"<style|\sstyle=|\son\w+=|javascript:|data:|<script(?![^>]*ld\+json)", re.IGNORECASE
    )
    public = [path for path in TEMPLATES if not {"mail", "wagtailadmin"} & set(path.parts)]

    assert not [path.name for path in public if inline.search(path.read_text())]


def test_the_style_sheet_asks_nothing_of_others() -> None:
    addresses = re.findall(r"url\(([^)]+)\)", SITE_CSS.read_text())

    assert addresses
    assert all(address.strip("\"'").startswith("../") for address in addresses)
    assert all((SITE_CSS.parent / address.strip("\"'")).is_file() for address in addresses)


def test_the_style_sheet_names_its_licences() -> None:
    assert SITE_CSS.read_text().startswith("/**\n * @license EUPL-1.2")
    assert (ROOT / "static/fonts/OFL-noto-sans.txt").is_file()


def test_the_style_sheet_was_built_from_these_palettes() -> None:
    built = SITE_CSS.read_text()

    assert all(steps["600"] in built for steps in palettes().values())


def test_style_sheet_and_font_are_light() -> None:
    assert len(gzip.compress(SITE_CSS.read_bytes())) <= 12 * 1024
    assert (ROOT / "static/fonts/noto-sans-latin.woff2").stat().st_size <= 25 * 1024


@pytest.mark.parametrize("name", ["400", "413", "429", "500", "503"])
def test_pages_for_breakdowns_need_nothing_that_may_be_broken(name: str) -> None:
    html = render_to_string(f"{name}.html")

    assert "<h1" in html
    assert "css/site" in html
