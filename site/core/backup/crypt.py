"""Encryption in pieces: of any length, with little memory, and nothing can be cut off or swapped.

AES-256-GCM per piece in the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the
number of a piece and whether it is the last are in its nonce. The key comes from a passphrase
(scrypt) and a salt per archive, so nonces never return. The head tells a wrong key from damage.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

from core.backup.problems import DamagedError, WrongKeyError

MAGIC = b"WIJKPLEIN-KOPIE-1\n"
SALT_BYTES = 16
PROOF_BYTES = 32
TAG_BYTES = 16
PIECE = 64 * 1024
SCRYPT_COST = 2**15  # 32 MB of memory and a tenth of a second per guess
HEAD_BYTES = len(MAGIC) + SALT_BYTES + PROOF_BYTES


def _derive(key: bytes, salt: bytes) -> tuple[AESGCM, bytes]:
    """The cipher, and the proof that the head shows of knowing the key."""
    secret = hashlib.scrypt(key, salt=salt, n=SCRYPT_COST, r=8, p=1, maxmem=2**26, dklen=64)
    proof = hmac.new(secret[32:], MAGIC + salt, hashlib.sha256).digest()
    return AESGCM(secret[:32]), proof


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">3xQB", number, last)


class EncryptingWriter:
    """A file to write to; what goes through is encrypted into `target`. Must be finished."""

    def __init__(self, target: BinaryIO, key: bytes) -> None:
        salt = secrets.token_bytes(SALT_BYTES)
        self._cipher, proof = _derive(key, salt)
        self._target, self._number, self._rest = target, 0, bytearray()
        self._head = MAGIC + salt + proof
        target.write(self._head)

    def write(self, data: bytes) -> int:
        """Keep at least one byte back: only `finish` knows which piece is the last."""
        self._rest += data
        while len(self._rest) > PIECE:
            self._seal(bytes(self._rest[:PIECE]), last=False)
            del self._rest[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Seal the last piece. An archive without it counts as cut off."""
        self._seal(bytes(self._rest), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._target.write(self._cipher.encrypt(nonce, piece, self._head))
        self._number += 1


class DecryptingReader:
    """A file to read from. A piece is given only after its seal was found whole."""

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        self._source, self._number, self._rest = source, 0, bytearray()
        self._head = source.read(HEAD_BYTES)
        if len(self._head) < HEAD_BYTES or not self._head.startswith(MAGIC):
            raise DamagedError(
                _("Dit is geen reservekopie van Wijkplein, of het begin is beschadigd.")
            )
        self._cipher, proof = _derive(key, self._head[len(MAGIC) : len(MAGIC) + SALT_BYTES])
        if not hmac.compare_digest(proof, self._head[-PROOF_BYTES:]):
            raise WrongKeyError(_("Deze sleutel past niet op deze reservekopie."))
        self._next = source.read(PIECE + TAG_BYTES)
        self._done = False

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; fewer only at the end."""
        while not self._done and (size < 0 or len(self._rest) < size):
            self._open_piece()
        end = len(self._rest) if size < 0 else size
        data = bytes(self._rest[:end])
        del self._rest[:end]
        return data

    def _open_piece(self) -> None:
        sealed, self._next = self._next, self._source.read(PIECE + TAG_BYTES)
        self._done = not self._next
        try:
            nonce = _nonce(self._number, last=self._done)
            self._rest += self._cipher.decrypt(nonce, sealed, self._head)
        except (InvalidTag, ValueError) as error:
            message = _("De reservekopie is beschadigd, afgebroken of veranderd (stuk %(number)d).")
            raise DamagedError(message % {"number": self._number + 1}) from error
        self._number += 1
