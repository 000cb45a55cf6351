"""Reading a file as who downloads it."""

from __future__ import annotations

import csv
import io
from typing import Any

from openpyxl import load_workbook

from enquetes.models import Enquete, Uitvoer
from enquetes.uitvoer.making import order

Table = list[dict[str, Any]]


def made(enquete: Enquete, by: Any, soort: str = "csv", **wanted: Any) -> Uitvoer:
    """The row of a file that was ordered; its task ran."""
    row = order(enquete, soort, by=by, **wanted)
    row.refresh_from_db()
    return row


def table(row: Uitvoer) -> Table:
    """The lines of a CSV, by the codes of their columns."""
    text = row.file.read().decode("utf-8-sig")
    return [{code(key): value for key, value in line.items()} for line in reader(text)]


def reader(text: str) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(text, newline=""))


def sheets(row: Uitvoer) -> dict[str, list[list[Any]]]:
    """The sheets of an XLSX, with their first lines."""
    book = load_workbook(row.file, read_only=True)
    return {sheet.title: [[*line] for line in sheet.values] for sheet in book}


def code(heading: str) -> str:
    """`v3_1` of 'v3_1 Hebt u een hond? Ja'."""
    return heading.partition(" ")[0]
