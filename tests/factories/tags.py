"""A reader of hidden data of our own, that shares nothing with what cleans pictures.

It knows two things: the words by which every kind of hidden data begins, wherever they stand in a
file; and the structure of TIFF, in which cameras write, tried at every place where one may begin.
"""

from __future__ import annotations

import re
import struct

_WORDS = re.compile(
    rb"Exif\x00\x00|xmpmeta|http://ns\.adobe\.com|W5M0MpCehiHzreSzNTczkc9d|rdf:RDF|Photoshop 3\.0"
    rb"|8BIM\x04\x04|MPF\x00|ICC_PROFILE|eXIf|tEXt|iTXt|zTXt|tIME|iCCP|EXIF\x00|XMP |ICCP|mime\x00"
    rb"|GPano|Apple iOS|PK\x03\x04|PK\x05\x06|XMP DataXMP|\xff\xfe.{2}GEHEIM|GEHEIM-MERKTEKEN",
    re.DOTALL,
)
_TIFF = re.compile(rb"II\x2a\x00|MM\x00\x2a")
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}


def hidden_in(data: bytes) -> set[str]:
    """Every sign of hidden data in the bytes of a picture; empty for a clean one."""
    found = {match.group()[:24].decode("latin-1") for match in _WORDS.finditer(data)}
    for match in _TIFF.finditer(data):
        found |= {f"tag {tag:#06x}" for tag in _tags_at(data[match.start() :])}
    return found | _after_the_end(data) | _second_pictures(data)


def _tags_at(data: bytes) -> set[int]:
    """The tags of a TIFF directory; empty when what begins here is none, but chance."""
    order = "<" if data[:2] == b"II" else ">"
    try:
        (at,) = struct.unpack_from(order + "I", data, 4)
        (count,) = struct.unpack_from(order + "H", data, at)
        entries = [struct.unpack_from(order + "HHI", data, at + 2 + 12 * n) for n in range(count)]
    except struct.error:
        return set()
    is_directory = 0 < count < 200 and all(kind in _SIZES for _tag, kind, _length in entries)
    return {tag for tag, _kind, _length in entries} if is_directory else set()


def _after_the_end(data: bytes) -> set[str]:
    """What follows the picture, as in a file that is a zip as well."""
    ends = {b"\xff\xd8": b"\xff\xd9", b"\x89P": b"IEND\xaeB`\x82"}
    end = ends.get(data[:2])
    return {"something behind the end"} if end is not None and not data.endswith(end) else set()


def _second_pictures(data: bytes) -> set[str]:
    """A preview or a second view within a JPEG."""
    several = data[:2] == b"\xff\xd8" and data.count(b"\xff\xd8\xff") > 1
    return {"a second picture"} if several else set()
