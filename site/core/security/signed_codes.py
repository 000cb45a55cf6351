"""The secret part of links: a random code with a signature for one purpose (rule R-08).

The code alone opens nothing: who reads the database, or has a link for another purpose, cannot
make one. The signature is compared in constant time, before the database is asked: a wrong link
never reaches it, so that its time tells nothing either. All tokens have the same length.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection

from django.utils.crypto import constant_time_compare, salted_hmac

CODE, SIGNATURE = 32, 40
LENGTH = CODE + 1 + SIGNATURE
_SHAPE = re.compile(rf"([0-9a-f]{{{CODE}}})-([0-9a-f]{{{SIGNATURE}}})", re.ASCII)


def new_code() -> str:
    """A code that nobody guesses: 128 bits."""
    return secrets.token_hex(CODE // 2)


class SignedCodes:
    """Makes and reads the tokens of one app. Raises ValueError for a purpose it does not have."""

    def __init__(self, app: str, purposes: Collection[str]) -> None:
        self._app, self._purposes = app, frozenset(purposes)

    def make(self, purpose: str, code: str) -> str:
        """The secret part of a link."""
        return f"{code}-{self._signature(purpose, code)}"

    def code_of(self, purpose: str, token: str) -> str | None:
        """The code in a token that we made for this purpose; None for any other text."""
        match = _SHAPE.fullmatch(token)
        if match is None:
            return None
        ours = constant_time_compare(match[2], self._signature(purpose, match[1]))
        return match[1] if ours else None

    def _signature(self, purpose: str, code: str) -> str:
        if purpose not in self._purposes:
            raise ValueError(purpose)
        found = salted_hmac(f"{self._app}.{purpose}", code, algorithm="sha256")
        return str(found.hexdigest()[:SIGNATURE])
