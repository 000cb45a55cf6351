"""An XLSX of several sheets, written straight into a file: of any length, in little memory.

`xlsx.write_xlsx` keeps a whole list in memory and makes an object of each cell; a hundred thousand
lines of two hundred cells take minutes and gigabytes that way.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from core.exports.cells import plain, starts_formula

MOST = 32_767
"Characters in one cell; a spreadsheet program says that a file with more is damaged."
Sheet = tuple[str, Iterable[Iterable[Any]]]

_NOT_XML = re.compile("[\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _QUOTED, _DAY, _MOMENT, _BOLD = range(5)
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2">\
<numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>\
<numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy\\ hh:mm"/></numFmts>\
<fonts count="2"><font/><font><b/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf quotePrefix="1"/>\
<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>\
<xf fontId="1" applyFont="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
_EPOCH = datetime.datetime(1899, 12, 30)


def write_book(sheets: list[Sheet], file: IO[bytes]) -> None:
    """Write all sheets; the first line of each is bold and stays in sight."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, text in _parts([name for name, _rows in sheets]).items():
            package.writestr(name, text)
        for number, (_name, rows) in enumerate(sheets, start=1):
            with package.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as part:
                _write_sheet(rows, part.write)


def _write_sheet(rows: Iterable[Iterable[Any]], write: Callable[[bytes], Any]) -> None:
    view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{view}</sheetView></sheetViews>'
    write(f'{_HEAD}<worksheet xmlns="{_MAIN}">{view}<sheetData>'.encode())
    style = _BOLD
    for row in rows:
        cells = "".join([_cell(value, style) for value in row])
        write(f"<row>{cells}</row>".encode())
        style = _PLAIN
    write(b"</sheetData></worksheet>")


def _cell(value: Any, style: int) -> str:
    if isinstance(value, str):
        return _text(value, style)
    if value is None:
        return "<c/>"
    if isinstance(value, (bool, int, float)):
        return f"<c><v>{value + 0}</v></c>"
    value = plain(value)
    if isinstance(value, datetime.datetime):
        return f'<c s="{_MOMENT}"><v>{(value - _EPOCH) / datetime.timedelta(days=1)}</v></c>'
    if isinstance(value, datetime.date):
        days = (datetime.datetime.combine(value, datetime.time()) - _EPOCH).days
        return f'<c s="{_DAY}"><v>{days}</v></c>'
    return _text(str(value), style)


# The words of options come back in thousands of lines.
@lru_cache(maxsize=4096)
def _text(value: str, style: int) -> str:
    value = _NOT_XML.sub("", str(plain(value)))[:MOST]
    if not value:
        return "<c/>"
    if starts_formula(value):
        style = _QUOTED
    text = escape(_ESCAPE.sub("_x005F_", value))
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{text}</t></is></c>'


def _parts(names: list[str]) -> dict[str, str]:
    """All that stands in the package beside the sheets."""
    numbers = range(1, len(names) + 1)
    places = [
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    ]
    links = [_link(n, "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    sheets = [
        f'<sheet name={quoteattr(name[:31])} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, names, strict=True)
    ]
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f"{''.join(places)}</Types>",
        "_rels/.rels": _links([_link(1, "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{''.join(sheets)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(
            [*links, _link(len(names) + 1, "styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(links: list[str]) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links)}</Relationships>'
    )
