"""A quick walk over the parts of a picture file, before a decoder spends time on it.

Only counts; what the walk does not understand is left to the decoder, which refuses it.
"""

from __future__ import annotations

import struct

from core.uploads.limits import MAX_PARTS, MAX_SCANS

_PNG = b"\x89PNG\r\n\x1a\n"
_SOS, _EOI = 0xDA, 0xD9
_WITHOUT_LENGTH = {0x01, 0xD8, *range(0xD0, 0xD8)}


class TooManyPartsError(Exception):
    """The file consists of so many pieces that it was made to waste time."""


def count_frames(data: bytes) -> int:
    """The frames of a GIF; 1 for all other kinds. Raises TooManyPartsError on any kind of file."""
    if data.startswith(b"\xff\xd8"):
        _walk_jpeg(data)
    elif data.startswith(_PNG):
        _walk_png(data)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        return _walk_gif(data)
    return 1


def _walk_jpeg(data: bytes) -> None:
    position = 2
    for _part in range(MAX_PARTS):
        if position + 4 > len(data) or data[position] != 0xFF:
            return
        marker = data[position + 1]
        if marker == _SOS:
            end = data.find(bytes([0xFF, _EOI]), position)
            if data.count(bytes([0xFF, _SOS]), position, end if end > 0 else None) > MAX_SCANS:
                raise TooManyPartsError
            return
        if marker == 0xFF:
            position += 1
        elif marker in _WITHOUT_LENGTH:
            position += 2
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    raise TooManyPartsError


def _walk_png(data: bytes) -> None:
    position = len(_PNG)
    for _part in range(MAX_PARTS):
        if position + 8 > len(data):
            return
        length, kind = struct.unpack_from(">I4s", data, position)
        if kind == b"IEND":
            return
        position += 12 + length
    raise TooManyPartsError


def _walk_gif(data: bytes) -> int:
    position = 13 + _palette_size(data[10:11])
    frames = 0
    for _part in range(MAX_PARTS):
        kind = data[position : position + 1]
        if kind == b"!":
            position = _after_blocks(data, position + 2)
        elif kind == b",":
            frames += 1
            position += 10 + _palette_size(data[position + 9 : position + 10])
            position = _after_blocks(data, position + 1)
        else:
            return max(frames, 1)
    raise TooManyPartsError


def _palette_size(flags: bytes) -> int:
    if not flags or not flags[0] & 0x80:
        return 0
    return int(3 * 2 ** ((flags[0] & 0x07) + 1))


def _after_blocks(data: bytes, position: int) -> int:
    for _part in range(MAX_PARTS):
        size = data[position] if position < len(data) else 0
        position += 1 + size
        if size == 0:
            return position
    raise TooManyPartsError
