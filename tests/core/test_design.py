"""The look keeps its promises: contrast of every palette, nothing inline, light in weight."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from home.style import tokens
from home.style.colour import contrast, from_hex, mixed
from home.style.contrast import PAIRS, STEPS, measure
from wijkteams.palettes import Palet

ROOT = Path(__file__).resolve().parents[2]
CSS = ROOT / "frontend/css"
SITE_CSS = ROOT / "static/css/site.css"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OWN_CSS = sorted(path for path in CSS.rglob("*.css") if path.name != "palettes.css")
COMPONENTS = sorted((CSS / "components").glob("*.css"))
ROLES = {
    "wijk-zacht",
    "wijk-vlak",
    "wijk-rand",
    "wijk-muur",
    "wijk-voeg",
    "wijk-steen",
    "wijk-actie",
    "wijk-actie-op",
    "wijk-actie-hover",
    "wijk-tekst",
    "raam",
    "raam-op",
    "wijk-diep",
    "wijk-op-diep",
}
NEUTRALS = {
    "papier",
    "vlak",
    "inkt",
    "inkt-zacht",
    "lijn",
    "veldrand",
    "schaduw",
    "fout",
    "fout-vlak",
    "let-op",
    "let-op-vlak",
    "goed",
    "goed-vlak",
}
# Pictures of bricks and wood: they are the same in light and dark, or nothing has to be read.
MAY_NAME_A_STEP = {"door.css", "footer.css"}
# Parts of icons and bricks may be placed by hand; text and boxes have a beginning and an end.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:float|clear|text-align):\s*(?:left|right)"
)
FONT_SIZE = re.compile(r"font-size:\s*([^;}]+)|--text-\w+:\s*([^;}]+)")


def steps(palette: str) -> list[str]:
    properties = tokens.built_properties(palette, dark=False)
    return [properties[f"--wijk-{step}"] for step in STEPS]


def without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def declared(part: str) -> set[str]:
    """The variables that basis.css sets in light (`:root` outside media) or in the dark."""
    css = (CSS / "tokens/basis.css").read_text()
    found: set[str] = set()
    for around, _selector, body in tokens.rules(css):
        if bool(around) == (part == "dark"):
            found |= {name.removeprefix("--") for name, _value in tokens.DECLARATION.findall(body)}
    return found


def least_size(value: str) -> float:
    """The smallest number of pixels a font size can be; None of it when it follows its parent."""
    first = re.match(r"(?:clamp\()?\s*([\d.]+)(rem|px|em)", value)
    if first is None or first[2] == "em":
        return 16
    return float(first[1]) * (16 if first[2] == "rem" else 1)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast(from_hex("#000"), from_hex("#ffffff")) == pytest.approx(21)
    assert contrast(from_hex("#777777"), from_hex("#fff")) == pytest.approx(4.48, abs=0.01)


def test_colours_are_mixed_as_browsers_do() -> None:
    # What Chromium makes of color-mix(in oklab, #f00 50%, #00f).
    mix = mixed(from_hex("#f00"), 0.5, from_hex("#00f"))

    assert [round(channel * 255) for channel in mix] == [140, 83, 162]


def test_there_is_a_palette_for_every_choice_of_a_ward() -> None:
    names = set(re.findall(r"data-palet=\"?(\w+)", SITE_CSS.read_text()))

    assert names == {palet.value for palet in Palet}


def test_no_two_palettes_are_the_same() -> None:
    assert len({tuple(steps(palet.value)) for palet in Palet}) == len(Palet)


@pytest.mark.parametrize("palette", [palet.value for palet in Palet])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_palette_can_be_read(palette: str, dark: bool) -> None:
    too_low = {
        f"{figure.pair.front} on {figure.pair.back}": round(figure.ratio, 2)
        for figure in measure(palette, dark=dark)
        if not figure.is_enough
    }

    assert not too_low


def test_a_paler_colour_would_be_seen() -> None:
    css = SITE_CSS.read_text()
    paler = re.sub(r"--wijk-actie:var\(--wijk-600\)", "--wijk-actie:var(--wijk-400)", css)
    properties = tokens.custom_properties(paler, "haven", dark=False)
    button = tokens.colour_of("wijk-actie", properties)

    assert paler != css
    assert contrast(tokens.colour_of("wijk-actie-op", properties), button) < 4.5


def test_the_dark_is_measured_with_its_own_colours() -> None:
    light = tokens.built_properties("haven", dark=False)
    dark = tokens.built_properties("haven", dark=True)

    assert light["--papier"] != dark["--papier"]
    assert tokens.colour_of("wijk-actie", light) != tokens.colour_of("wijk-actie", dark)


def test_every_role_that_carries_something_is_measured() -> None:
    measured = {name for pair in PAIRS for name in (pair.front, pair.back)}
    # Bricks and their joints carry nothing; lines and shadows only divide.
    unmeasured = {"wijk-muur", "wijk-voeg", "lijn", "schaduw"}

    assert (ROLES | NEUTRALS) - unmeasured <= measured


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_role_has_a_value_in_both_schemes(scheme: str) -> None:
    assert declared(scheme) >= ROLES | NEUTRALS


def test_components_use_only_variables_that_exist() -> None:
    css = "".join(without_comments(path) for path in CSS.rglob("*.css"))
    used = set(re.findall(r"var\(--([\w-]+)", css))
    set_somewhere = set(re.findall(r"--([\w-]+):", css))

    assert not {name for name in used - set_somewhere if not name.startswith(("utrecht", "nl-"))}


def test_components_use_roles_and_never_a_step_of_the_palette() -> None:
    named = {
        path.name: re.findall(r"--wijk-\d+", without_comments(path))
        for path in OWN_CSS
        if path.name not in MAY_NAME_A_STEP | {"basis.css"}
    }

    assert not {name: found for name, found in named.items() if found}


def test_components_name_no_colour_of_their_own() -> None:
    """A colour outside the tokens is the same in the dark: only doors, shades and masks may."""
    own = {
        path.name: re.findall(r"#[0-9a-f]{3,8}\b", without_comments(path))
        for path in COMPONENTS
        if path.name != "door.css"
    }

    assert not {name: found for name, found in own.items() if found}


def test_nothing_has_a_left_or_a_right() -> None:
    found = {path.name: PHYSICAL.findall(without_comments(path)) for path in OWN_CSS}

    assert not {name: hits for name, hits in found.items() if hits}
    assert PHYSICAL.search("a { margin-left: 1px }")
    assert not PHYSICAL.search("a { margin-inline-start: 1px; object-position: left }")


def test_no_text_is_smaller_than_16_pixels() -> None:
    """Drawn numbers on doors are no text: the words beside the door say the same."""
    small = {
        path.name: [value for value in sizes if least_size(value) < 16]
        for path in OWN_CSS
        if path.name != "door.css"
        and (sizes := [a or b for a, b in FONT_SIZE.findall(without_comments(path))])
    }

    assert small
    assert not {name: found for name, found in small.items() if found}
    assert least_size("0.9rem") < 16
    assert least_size("clamp(0.9rem, 1vw, 2rem)") < 16


def test_nothing_moves_for_who_asked_for_stillness() -> None:
    moving = [
        f"{path.name}: {selector}"
        for path in OWN_CSS
        for around, selector, body in tokens.rules(path.read_text())
        if re.search(r"\b(?:transition|animation)\b", body)
        and not any("prefers-reduced-motion: no-preference" in part for part in around)
    ]

    assert "prefers-reduced-motion:no-preference" in SITE_CSS.read_text()
    assert not moving


@pytest.mark.parametrize(
    "kept",
    [
        ":focus-visible{outline:3px solid",
        "@media (forced-colors:active){.card",
        "@media print{",
        "[dir=rtl] .icon--flip",
        "@page{margin:",
        ".notice--warning",
        ".nl-button--secondary",
    ],
)
def test_the_build_keeps_what_no_template_names(kept: str) -> None:
    assert kept in SITE_CSS.read_text()


def test_the_build_leaves_out_what_only_samples_use() -> None:
    build = (ROOT / "frontend/build.mjs").read_text()

    assert "templates/samples/**" in build
    assert "templates/home/style/**" in build


def test_nothing_is_more_important_than_the_layers() -> None:
    assert not [path.name for path in OWN_CSS if "!important" in without_comments(path)]


ENTRIES = ("site", "agenda", "enquete", "initiatieven", "signalen", "draad")


def test_every_file_of_a_component_is_read() -> None:
    entry = "".join((CSS / f"{name}.css").read_text() for name in ENTRIES)

    assert not [path.name for path in COMPONENTS if f"components/{path.name}" not in entry]


def test_public_templates_hold_nothing_inline() -> None:
    inline = re.compile(
        r"<style|\sstyle=|\son\w+=|javascript:|data:|<script(?![^>]*(?:ld\+json|\ssrc=))",
        re.IGNORECASE,
    )
    public = [path for path in TEMPLATES if not {"mail", "wagtailadmin"} & set(path.parts)]

    assert not [path.name for path in public if inline.search(path.read_text())]


def test_the_style_sheet_asks_nothing_of_others() -> None:
    addresses = re.findall(r"url\(([^)]+)\)", SITE_CSS.read_text())

    assert addresses
    assert all(address.strip("\"'").startswith("../") for address in addresses)
    assert all((SITE_CSS.parent / address.strip("\"'")).is_file() for address in addresses)
    assert "@import" not in SITE_CSS.read_text()


def test_the_style_sheet_names_its_licences() -> None:
    assert SITE_CSS.read_text().startswith("/**\n * @license EUPL-1.2")
    assert (ROOT / "static/fonts/OFL-noto-sans.txt").is_file()


def test_the_style_sheet_was_built_from_these_palettes() -> None:
    source = (CSS / "tokens/palettes.css").read_text()
    written = tokens.custom_properties(source, "molen", dark=False)

    assert [written[f"--wijk-{step}"] for step in STEPS] == steps("molen")


@pytest.mark.parametrize("scheme", ["licht", "donker"])
def test_the_sheets_of_the_style_page_are_the_public_one_with_the_question_answered(
    scheme: str,
) -> None:
    sheet = (ROOT / f"static/css/stijl-{scheme}.css").read_text()
    site = SITE_CSS.read_text()

    assert "prefers-color-scheme" in site
    assert "prefers-color-scheme" not in sheet
    assert len(sheet) == pytest.approx(len(site), abs=150)


def test_style_sheet_and_font_are_light() -> None:
    assert len(gzip.compress(SITE_CSS.read_bytes())) <= 12 * 1024
    assert (ROOT / "static/fonts/noto-sans-latin.woff2").stat().st_size <= 25 * 1024


@pytest.mark.parametrize("name", ["400", "413", "429", "500", "503"])
def test_pages_for_breakdowns_need_nothing_that_may_be_broken(name: str) -> None:
    html = render_to_string(f"{name}.html")

    assert "<h1" in html
    assert "css/site" in html
