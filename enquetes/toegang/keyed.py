"""Digests and signatures that nobody makes who has only the database, each for one purpose (R-08).

Made with the key of the site; older keys (SECRET_KEY_FALLBACKS) still count, for letters with
codes lie on doormats when a key is changed.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

LENGTH = 32
"Of a digest in hex: 128 bits."
SIGNATURE = 40


def keys() -> list[str]:
    """The keys of the site: today's first."""
    return [settings.SECRET_KEY, *(str(one) for one in settings.SECRET_KEY_FALLBACKS)]


def digest(purpose: str, value: str, key: str = "") -> str:
    """The same for the same value, and made by nobody else; `key`: an older key."""
    salt = f"enquetes.toegang.{purpose}"
    made = salted_hmac(salt, value, secret=key or None, algorithm="sha256")
    return made.hexdigest()[:LENGTH]


def digests(purpose: str, value: str) -> list[str]:
    """What the digest is now, and what it was under older keys."""
    return [digest(purpose, value, key) for key in keys()]


def signature(purpose: str, value: str, key: str = "") -> str:
    """Says that we made this value for this purpose."""
    salt = f"enquetes.toegang.teken.{purpose}"
    made = salted_hmac(salt, value, secret=key or None, algorithm="sha256")
    return made.hexdigest()[:SIGNATURE]


def is_signed(purpose: str, value: str, given: str) -> bool:
    """Whether this is our signature; compared in constant time."""
    found = [constant_time_compare(given, signature(purpose, value, key)) for key in keys()]
    return any(found)
