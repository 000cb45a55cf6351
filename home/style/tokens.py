"""The colours of the site as its built style sheet has them: by palette, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

from home.style.colour import Rgb, from_hex, mixed

STYLE_SHEET = Path(settings.ASSETS_DIR) / "static/css/site.css"
DARK = re.compile(r"@media (?:screen and )?\(prefers-color-scheme: ?dark\)")
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+)")
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
MIX = re.compile(r"color-mix\(in oklab,\s*(.+?)\s+([\d.]+)%,\s*(.+)\)")


def rules(css: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Each rule of a style sheet: what it stands in (layers, media), its selector, its body."""
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    around: list[str] = []
    begin = 0
    for brace in re.finditer(r"[{}]", text):
        part = text[begin : brace.start()].strip()
        if brace[0] == "{":
            around.append(part.rpartition(";")[2].strip())
        else:
            if part:
                yield tuple(around[:-1]), around[-1], part
            around.pop()
        begin = brace.end()


def custom_properties(css: str, palette: str, *, dark: bool) -> dict[str, str]:
    """What the variables are on an element with this palette, later rules over earlier ones."""
    wanted = {":root", "[data-palet]", f"[data-palet={palette}]"}
    found: dict[str, str] = {}
    for around, selector, body in rules(css):
        media = [part for part in around if part.startswith("@media")]
        if any(not (dark and DARK.fullmatch(part)) for part in media):
            continue
        if wanted & {part.strip().replace('"', "") for part in selector.split(",")}:
            found.update({name: value.strip() for name, value in DECLARATION.findall(body)})
    return found


def colour_of(name: str, properties: dict[str, str]) -> Rgb:
    """The colour that a variable comes down to."""
    return _colour(properties[f"--{name}"], properties)


def _colour(value: str, properties: dict[str, str]) -> Rgb:
    if variable := VARIABLE.fullmatch(value):
        return _colour(properties[variable[1]], properties)
    if mix := MIX.fullmatch(value):
        first, second = _colour(mix[1], properties), _colour(mix[3], properties)
        return mixed(first, float(mix[2]) / 100, second)
    return from_hex(value)


@cache
def _sheet(changed: int) -> str:
    """The style sheet; `changed` (its time) makes a rebuilt one be read anew."""
    return STYLE_SHEET.read_text()


def built_properties(palette: str, *, dark: bool) -> dict[str, str]:
    """The variables of the sheet that the site serves."""
    sheet = _sheet(STYLE_SHEET.stat().st_mtime_ns)
    return custom_properties(sheet, palette, dark=dark)
