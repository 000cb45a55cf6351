"""Key figures per ward from a CBS table: one row per code, one column per figure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from .limits import MAX_CSV_CELLS, MAX_CSV_COLUMNS, MAX_CSV_ROWS
from .problems import InvalidImportError, Problem, refuse
from .reading import Source, printable, read_text

CODE_COLUMNS = ("code", "codering_3", "wijkenenbuurten", "gwb_code", "gwb_code_10", "regiocode")
COLUMN = re.compile(r"([A-Za-z][A-Za-z0-9_]{0,90})_([0-9]{1,3})")
# Columns of CBS that hold words instead of figures.
WORDS = ("gemeentenaam", "soortregio", "codering", "indelingswijziging", "meestvoorkomendepostcode")
CODE = re.compile(r"(?:WK|BU|GM|NL)[0-9A-Z]{2,8}")
NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
Figures = dict[str, Decimal]


@dataclass
class Kerncijfers:
    """The figures of one year, by code and then by indicator."""

    year: int = 0
    by_code: dict[str, Figures] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def year_from_name(name: str) -> int:
    """The year in a file name such as kerncijfers_2024.csv, or 0."""
    match = YEAR.search(name)
    return int(match[1]) if match else 0


def read_kerncijfers(source: Source, year: int = 0) -> Kerncijfers:
    """Read the table; problems are collected with the number of the line."""
    result = Kerncijfers(year=year or year_from_name(source.name))
    try:
        if not result.year:
            raise refuse(_("Van welk jaar zijn deze kerncijfers? Geef het jaar op."), source.name)
        rows = _rows(source)
        key, columns = _columns(next(rows)[1], source.name)
        for line, cells in rows:
            _read_row(result, source.name, line, cells, key, columns)
    except StopIteration:
        result.problems.append(Problem(_("Het bestand is leeg."), source.name))
    except csv.Error:
        result.problems.append(Problem(_("Dit is geen geldig CSV-bestand."), source.name))
    except InvalidImportError as refusal:
        result.problems += refusal.problems
    return result


def _rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, with their number in the file."""
    text = read_text(source)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = 0
    for count, row in enumerate(reader):
        cells += len(row)
        if count > MAX_CSV_ROWS or len(row) > MAX_CSV_COLUMNS or cells > MAX_CSV_CELLS:
            raise refuse(_("Het bestand heeft te veel regels of kolommen."), source.name)
        if any(cell.strip() for cell in row):
            yield reader.line_num, row


def _columns(header: list[str], name: str) -> tuple[int, dict[int, str]]:
    """Where the code stands, and which columns hold which figure."""
    titles = [cell.strip() for cell in header]
    lowered = [title.lower() for title in titles]
    key = next((lowered.index(column) for column in CODE_COLUMNS if column in lowered), -1)
    if key < 0:
        raise refuse(_("De kolom 'code' ontbreekt in de eerste regel."), name)
    columns: dict[int, str] = {}
    taken: set[str] = set()
    for place, title in enumerate(titles):
        match = COLUMN.fullmatch(title)
        if place == key or match is None or match[1].lower().startswith(WORDS):
            continue
        # The number differs from year to year; only where a title occurs twice is it needed.
        plain = indicator_of(match[1])
        columns[place] = f"{plain}-{match[2]}" if plain in taken else plain
        taken.add(columns[place])
    if not columns:
        raise refuse(_("Er zijn geen kolommen met cijfers, zoals AantalInwoners_5."), name)
    return key, columns


def indicator_of(title: str) -> str:
    """'AantalInwoners' becomes 'inwoners', 'OppervlakteLand' 'oppervlakte-land'."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", title).replace("_", "-").lower()
    return words.removeprefix("aantal-")[:50].strip("-")


def _read_row(
    result: Kerncijfers, name: str, line: int, cells: list[str], key: int, columns: dict[int, str]
) -> None:
    place = _("regel %(line)d") % {"line": line}
    code = cells[key].strip().upper() if key < len(cells) else ""
    if not CODE.fullmatch(code):
        text = _("'%(code)s' is geen code van een gebied.") % {"code": printable(code, 20)}
        result.problems.append(Problem(text, name, place))
        return
    if code in result.by_code:
        result.problems.append(Problem(_("Deze code staat er twee keer in."), name, place, code))
        return
    figures: Figures = {}
    for column, indicator in columns.items():
        value = _number(cells[column] if column < len(cells) else "")
        if value is not None and value.is_nan():
            text = _("De waarde van %(column)s is geen getal.") % {"column": indicator}
            result.problems.append(Problem(text, name, place, code))
        elif value is not None:
            figures[indicator] = value
    result.by_code[code] = figures


def _number(cell: str) -> Decimal | None:
    """The figure; None if CBS left it out (empty or a dot); NaN if it is no number."""
    text = cell.strip()
    if text in ("", ".", "-", "x"):
        return None
    if not NUMBER.fullmatch(text):
        return Decimal("NaN")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return Decimal("NaN")
