"""Content lines of somebody else's calendar (RFC 5545, 3.1), read with distrust."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from wijkteams.activiteiten.importing.refusals import Unreadable, unreadable

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES = 60_000
LONGEST = 20_000
"What is longer is cut: nobody reads such a description."
_FOLD = re.compile(rb"\r?\n[ \t]")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]+")
_NAME = re.compile(r"[A-Za-z0-9-]{1,60}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Line(NamedTuple):
    """One property: its name, what is said about it, and its value."""

    name: str
    params: dict[str, str]
    value: str


def read_lines(content: bytes) -> Iterator[Line]:
    """The lines of a file; raises Unreadable. Folding is undone in bytes: it may cut a letter."""
    if len(content) > MOST_BYTES:
        raise unreadable("large")
    if content.count(b"\n") > MOST_LINES:
        raise unreadable("many")
    text = _decoded(_FOLD.sub(b"", content.replace(b"\r\r\n", b"\r\n")))
    for raw in re.split(r"\r\n|\n|\r", text):
        line = _line(_UNSEEN.sub("", raw[:LONGEST]))
        if line is not None:
            yield line


def words_of(value: str) -> str:
    """A text without the signs with which it was written (3.3.11)."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what old programs write


def _line(raw: str) -> Line | None:
    """None for what is no line of a calendar; programs write all sorts of things."""
    head, value = _parted(raw)
    if value is None:
        return None
    name, *said = head
    if not _NAME.fullmatch(name.strip()):
        return None
    params = {}
    for part in said[:20]:
        key, _sign, of_it = part.partition("=")
        params[key.strip().upper()] = of_it.strip().strip('"')
    return Line(name.strip().upper(), params, value)


def _parted(raw: str) -> tuple[list[str], str | None]:
    """Name and parameters, and the value behind the first colon that is not in quotes."""
    if '"' not in raw.partition(":")[0]:
        head, sign, value = raw.partition(":")
        return head.split(";"), value if sign else None
    parts, begin, quoted = [], 0, False
    for place, sign in enumerate(raw):
        if sign == '"':
            quoted = not quoted
        elif sign in ";:" and not quoted:
            parts.append(raw[begin:place])
            begin = place + 1
            if sign == ":":
                return parts, raw[begin:]
    return parts, None


__all__ = ["Line", "Unreadable", "read_lines", "words_of"]
