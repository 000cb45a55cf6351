"""The link with which somebody confirms what they sent in (R-08).

A random code, and what the key of the site makes of it for this purpose alone: the code in the
database opens nothing, and a link for something else opens nothing here.
"""

from __future__ import annotations

import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

PURPOSE = "activiteiten.aanbod.bevestigen"
CODE = 32
_TOKEN = re.compile(r"[0-9a-f]{64}", re.ASCII)


def new_code() -> str:
    """A code that nobody guesses: 128 bits."""
    return secrets.token_hex(CODE // 2)


def token_of(code: str) -> str:
    """What stands in the link."""
    return code + _proof(code)


def code_in(token: str) -> str | None:
    """The code of a link; None when the link was not made here, or for something else."""
    if not _TOKEN.fullmatch(token):
        return None
    code = token[:CODE]
    return code if constant_time_compare(_proof(code), token[CODE:]) else None


def _proof(code: str) -> str:
    return salted_hmac(PURPOSE, code, algorithm="sha256").hexdigest()[:CODE]
