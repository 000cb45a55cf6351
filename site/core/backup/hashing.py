"""A file that hashes what is read through it."""

from __future__ import annotations

import hashlib
from typing import BinaryIO


class HashingReader:
    """Reads on from a source and knows the SHA-256 of what it gave."""

    def __init__(self, source: BinaryIO) -> None:
        self._source, self._digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """Pass on up to `size` bytes."""
        data = self._source.read(size)
        self._digest.update(data)
        return data

    def hexdigest(self) -> str:
        """The hash of everything read so far."""
        return self._digest.hexdigest()
