"""Sealing: who has only the database reads nothing, and its length tells little. AES-256-GCM.

The same few bytes for a short and for a longer answer: what waits stands in the order in which it
came, and must not be known again by its length once it is laid down.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Iterable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.crypto import salted_hmac

NONCE = 12
SMALLEST = 2048
"Bytes: what is smaller is made this long. Beyond it the length doubles each time."
_LENGTH = struct.Struct(">I")


class SealedError(Exception):
    """None of the keys opens it."""


def seal(key: bytes, content: bytes, about: bytes) -> bytes:
    """Closed with this key; `about` must be the same to open it (what it belongs to)."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, _padded(content), about)


def unseal(keys: Iterable[bytes], sealed: bytes | memoryview, about: bytes) -> bytes:
    """What was closed with one of these keys. Raises SealedError when none fits."""
    content = bytes(sealed)
    for key in keys:
        try:
            padded = AESGCM(key).decrypt(content[:NONCE], content[NONCE:], about)
        except InvalidTag:
            continue
        (length,) = _LENGTH.unpack_from(padded)
        return padded[_LENGTH.size : _LENGTH.size + length]
    raise SealedError


def keys_for(purpose: str, secret: str = "") -> list[bytes]:
    """Keys that are nowhere in the database: the one to close with first, then older ones.

    Made of the key of the site; with a `secret` that somebody carries, of both.
    """
    keys_of_site = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        salted_hmac(f"enquetes.{purpose}", secret, secret=one, algorithm="sha256").digest()
        for one in keys_of_site
    ]


def _padded(content: bytes) -> bytes:
    whole = _LENGTH.pack(len(content)) + content
    length = SMALLEST
    while length < len(whole):
        length *= 2
    return whole + bytes(length - len(whole))
