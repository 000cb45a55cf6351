"""The form on paper as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.utils import translation

from core.pdf import render
from enquetes.models import Versie
from enquetes.papier.sheet import sheet_of

SOURCE = Path(__file__).parent / "typst" / "formulier.typ"


def bytes_of(
    versie: Versie, language: str, *, groot: bool = False, nummers: Sequence[int] = ()
) -> bytes:
    """The questions of a version, to be filled in with a pen. Raises core.pdf.PdfError.

    `groot` sets it in 16 points. With `nummers` there is one copy for each number.
    """
    with translation.override(language):
        sheet = sheet_of(versie, language, groot=groot, nummers=nummers)
        return render(SOURCE, sheet.data, sheet.files)
