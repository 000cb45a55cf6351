"""A file of a spreadsheet program as lines of texts: CSV in all its forms, and XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from core.exports.cells import clean
from core.uploads.documents import check_document_file

MOST_LINES = 20_000
MOST_COLUMNS = 50
LONGEST_CELL = 500
MOST_UNPACKED = 50 * 1024 * 1024
_SEPARATORS = ";,\t|"


def lines_of(upload: Any) -> Iterator[tuple[int, list[str]]]:
    """Each line with its number. Raises ValidationError for what is no such file, or too long."""
    name = str(upload.name).lower()
    check_document_file(upload, name)
    lines = _of_xlsx(upload) if name.endswith(".xlsx") else _of_csv(upload.read())
    kept = 0
    for number, cells in enumerate(lines, 1):
        if any(cells):
            kept += 1
            yield number, cells
        if kept > MOST_LINES + 1 or number > 10 * MOST_LINES:
            raise ValidationError(
                _("Het bestand heeft meer dan %(most)s regels. Splits het in kleinere bestanden.")
                % {"most": f"{MOST_LINES:,}".replace(",", ".")}
            )


def _of_csv(data: bytes) -> Iterator[list[str]]:
    text = decoded(data)
    start = text[:5000]
    first = start.partition("\n")[0]
    separator = max(_SEPARATORS, key=lambda sign: (first.count(sign), start.count(sign)))
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            yield [_cell(value) for value in row[:MOST_COLUMNS]]
    except csv.Error:
        raise ValidationError(
            _("Dit bestand is beschadigd. Bewaar het opnieuw als CSV, en probeer het nog eens.")
        ) from None


def decoded(data: bytes) -> str:
    """As it was meant: with a mark in front, as UTF-8, or as older programs on Windows write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _of_xlsx(upload: IO[bytes]) -> Iterator[list[str]]:
    """Of the first sheet; values, never formulas."""
    _refuse_huge(upload)
    try:
        book = load_workbook(upload, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
            yield [_cell(value) for value in row]
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, OSError,
            zipfile.BadZipFile):  # fmt: skip
        raise ValidationError(
            _("Dit bestand kunnen we niet lezen. Bewaar het als CSV, en probeer het nog eens.")
        ) from None


def _refuse_huge(upload: IO[bytes]) -> None:
    """A workbook of 20,000 lines unpacks to some 5 MB; all its texts are read into memory."""
    with zipfile.ZipFile(upload) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    upload.seek(0)
    if unpacked > MOST_UNPACKED:
        raise ValidationError(
            _("Dit bestand is te groot. Bewaar alleen het blad met adressen, als CSV.")
        )


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)[:LONGEST_CELL]
    return " ".join(clean(text).split())
