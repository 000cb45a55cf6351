"""A list as a file to download. Every list of the site goes out through here."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify

from core.exports.cells import harmless, plain
from core.exports.ledger import Ledger
from core.exports.ods import MIME as ODS_MIME
from core.exports.ods import write_ods
from core.exports.xlsx import write_xlsx

XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = ("csv", "xlsx", "ods")


class _Echo:
    """A file that hands back what is written, so that a list of any length takes no memory."""

    def write(self, line: str) -> bytes:
        return line.encode()


def csv_lines(rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """Line by line; the mark in front lets Excel read é and ü."""
    yield "\ufeff".encode()
    writer: Any = csv.writer(_Echo())
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])


def export_response(
    request: HttpRequest,
    *,
    name: str,
    subject: str,
    heading: Iterable[Any],
    rows: Iterable[Iterable[Any]],
    form: str,
) -> HttpResponseBase:
    """The download, never kept by a cache, and told in the log when it went out."""
    ledger = Ledger(request.user, subject)
    lines = _with_heading([*heading], ledger.along([plain(v) for v in row] for row in rows))
    filename = f"{slugify(name) or 'lijst'}.{form}"
    response: HttpResponseBase
    if form == "csv":
        response = StreamingHttpResponse(csv_lines(lines), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{filename}"'
    else:
        write, mime = (write_xlsx, XLSX_MIME) if form == "xlsx" else (write_ods, ODS_MIME)
        response = FileResponse(
            write(lines), as_attachment=True, content_type=mime, filename=filename
        )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _with_heading(heading: list[Any], rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    yield heading
    yield from rows
