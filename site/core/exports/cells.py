"""What a spreadsheet may read: text is never a formula (CSV injection, OWASP)."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.utils import timezone
from django.utils.encoding import force_str
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# With the wide forms of East Asian keyboards, which some programs read as the narrow ones.
_FORMULA = re.compile(r"^[\s\ufeff\u200b\x00]*[=+\-@|\uff1d\uff0b\uff0d\uff20\uff5c]|^[\t\r\n]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")

Plain = str | int | float | bool | datetime.datetime | datetime.date | datetime.time | None


def plain(value: Any) -> Plain:
    """A value as a file may hold it: a number, a moment (in Dutch time, without zone) or a text."""
    if isinstance(value, datetime.datetime):
        return timezone.make_naive(value) if timezone.is_aware(value) else value
    if value is None or isinstance(value, (bool, int, float, datetime.date, datetime.time)):
        return value
    if isinstance(value, (list, tuple, set, frozenset)):
        value = ", ".join(force_str(item) for item in value)
    return clean(force_str(value))


def clean(text: str) -> str:
    """Without characters that no file format takes."""
    return _SURROGATES.sub("", ILLEGAL_CHARACTERS_RE.sub("", text))


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet program could take the text for a formula."""
    return bool(_FORMULA.search(text))


def harmless(value: Any) -> Any:
    """For CSV: an apostrophe makes a text of it, so '+31 6 12345678' keeps its plus as well."""
    if type(value) is int:  # nearly all cells of a long list
        return value
    value = plain(value)
    if isinstance(value, str) and starts_formula(value):
        return f"'{value}"
    return "" if value is None else value
