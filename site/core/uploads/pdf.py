"""PDFs that do something when they are opened: scripts, programs, and files within the file.

A first page to open at (/OpenAction without a script) is in every second PDF, and harmless. What
hides well enough to come past this is still sent as a download, in a sandbox.
"""

from __future__ import annotations

import re
import zlib

from django.core.files.base import File

from core.uploads.archives import runs_a_program

_NAME = re.compile(rb"/(JavaScript|JS|Launch|RichMedia|EmbeddedFile|SubmitForm|ImportData)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Objects may be packed together in streams of their own; pages and pictures need no look.
_OBJECTS = re.compile(rb"/(?:Type\s*/)?ObjStm\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LOOK_BACK = 400
_LOOK_AHEAD = 4 * 1024 * 1024
_MAX_STREAMS = 2_000
_MAX_UNPACKED = 20 * 1024 * 1024


def is_pdf(file: File[bytes]) -> bool:
    """Whether it is a PDF. Raises ValidationError for one that runs something."""
    file.seek(0)
    data = file.read()
    if not data.startswith(b"%PDF-"):
        return False
    if _does_something(data) or any(_does_something(part) for part in _packed_objects(data)):
        raise runs_a_program()
    return True


def _does_something(data: bytes) -> bool:
    plain = data
    if b"#" in data:  # a letter of a name may be written as its number
        plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)
    return bool(_NAME.search(plain))


def _packed_objects(data: bytes) -> list[bytes]:
    parts: list[bytes] = []
    left = _MAX_UNPACKED
    for number, found in enumerate(_STREAM.finditer(data)):
        if number >= _MAX_STREAMS or left <= 0:
            break
        head = data[max(0, found.start() - _LOOK_BACK) : found.start()]
        if not _OBJECTS.search(head.rpartition(b"obj")[2]):
            continue
        try:
            packed = data[found.end() : found.end() + _LOOK_AHEAD]
            parts.append(zlib.decompressobj().decompress(packed, left))
        except zlib.error:
            continue
        left -= len(parts[-1])
    return parts
