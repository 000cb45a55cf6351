"""From a Typst source and data to the bytes of a PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

from core.pdf.letters import FONTS, printable

HERE = Path(__file__).parent
STANDARD: Final = "ua-1"


class PdfError(Exception):
    """It could not be set; the words are for the log, not for a volunteer."""


def render(
    source: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None
) -> bytes:
    """Set a page; `files` are the pictures that the source asks for by name.

    The source may import `house.typ`: the letters and the paint of the house. It reads nothing
    else: no folder, no package from the network, no font of the machine.
    """
    parts = {"main.typ": source.read_bytes(), "house.typ": (HERE / "house.typ").read_bytes()}
    text = json.dumps(printable(dict(data)), ensure_ascii=False)
    with TemporaryDirectory(prefix="pdf-") as folder:
        for name, content in (parts | dict(files or {})).items():
            (Path(folder) / name).write_bytes(content)
        try:
            made = typst.compile(
                str(Path(folder) / "main.typ"),
                root=folder,
                font_paths=_fonts(),
                sys_inputs={"data": text},
                pdf_standards=STANDARD,
                format="pdf",
            )
        except typst.TypstError as error:
            raise PdfError(error.message) from error
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
