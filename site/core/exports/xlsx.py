"""A list as XLSX."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from core.exports.cells import plain, starts_formula

MOMENT = "dd-mm-yyyy hh:mm"
DAY = "dd-mm-yyyy"


def quoted_cell(sheet: Any, value: Any) -> Any:
    """A cell that stays text, also after somebody edits it (F2, Enter)."""
    value = plain(value)
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = starts_formula(value)
    elif isinstance(value, datetime.datetime):
        cell.number_format = MOMENT
    elif isinstance(value, datetime.date):
        cell.number_format = DAY
    return cell


def write_xlsx(rows: Iterable[Iterable[Any]]) -> BytesIO:
    """The file, held in memory: XLSX is a zip, of which the end comes last."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title="Lijst")
    for row in rows:
        sheet.append([quoted_cell(sheet, value) for value in row])
    output = BytesIO()
    workbook.save(output)
    output.seek(0)
    return output
