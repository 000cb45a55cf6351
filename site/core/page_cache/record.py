"""A kept answer in one file, so that its headers and its two texts are always of one version."""

from __future__ import annotations

import json
import struct
from typing import NamedTuple

MAGIC = b"wpl1"
_SIZES = struct.Struct(">4sIII")


class Kept(NamedTuple):
    """An answer as it was made."""

    until: int
    made: int
    headers: dict[str, str]
    web: str  # its file for nginx; empty when nginx may not give it
    body: bytes
    gzipped: bytes

    def to_bytes(self) -> bytes:
        """As it stands in its file."""
        head = json.dumps([self.until, self.made, self.headers, self.web]).encode()
        sizes = _SIZES.pack(MAGIC, len(head), len(self.body), len(self.gzipped))
        return b"".join([sizes, head, self.body, self.gzipped])

    def etag(self, *, gzipped: bool) -> str:
        """As nginx makes it of a file: when it was made and how long it is.

        Two versions of an address are never made within one second (see `keeping`).
        """
        return f'"{self.made:x}-{len(self.gzipped if gzipped else self.body):x}"'


def from_bytes(data: bytes) -> Kept | None:
    """The answer in a file; None when it is not whole."""
    if len(data) < _SIZES.size:
        return None
    magic, head, body, gzipped = _SIZES.unpack_from(data)
    if magic != MAGIC or len(data) != _SIZES.size + head + body + gzipped:
        return None
    begin = _SIZES.size + head
    until, made, headers, web = json.loads(data[_SIZES.size : begin])
    return Kept(until, made, headers, web, data[begin : begin + body], data[begin + body :])
