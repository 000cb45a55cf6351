"""Addresses that only we can make: where bounces of one mail go, and mail that ends a subscription.

Variable envelope return paths (VERP): `retour+<code>-<signature>@stad.nl`. The signature is an
HMAC with a key of its own per purpose (requirement R-34): what says to be a return of a mail that
we never sent, is not believed. All in lower case and without signs that servers change; RFC 5321
(4.5.3.1.1) leaves 64 signs before the @, so that the mailbox itself may have 13.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

RETURN, LEAVE = "", "a"
LONGEST_MAILBOX = 13
_SIGNS = 16
_SHAPE = re.compile(r"\+(a?)([0-9a-f]{32})-([0-9a-f]{16})@", re.ASCII | re.IGNORECASE)


def return_path(zending_code: str) -> str:
    """The envelope sender of one mail; empty when no mailbox for returns is set up."""
    return _address(RETURN, zending_code)


def leave_address(abonnement_code: str) -> str:
    """For `List-Unsubscribe: <mailto:…>`; empty when nobody would read it."""
    return _address(LEAVE, abonnement_code) if settings.BOUNCE_IMAP_URL else ""


def zending_code(text: str) -> str | None:
    """The code of the first return address in a text that we made; None when there is none."""
    return _first(RETURN, text)


def abonnement_code(text: str) -> str | None:
    """The code of the first address for leaving in a text that we made; None without."""
    return _first(LEAVE, text)


def is_like_ours(text: str) -> bool:
    """Whether a text has an address of this shape, whoever made it."""
    return _SHAPE.search(text) is not None


def _address(purpose: str, code: str) -> str:
    mailbox, _at, domain = settings.BOUNCE_ADDRESS.rpartition("@")
    return f"{mailbox}+{purpose}{code}-{_signature(purpose, code)}@{domain}" if mailbox else ""


def _first(purpose: str, text: str) -> str | None:
    for match in _SHAPE.finditer(text):
        kind, code, signature = (part.lower() for part in match.groups())
        if kind == purpose and constant_time_compare(signature, _signature(kind, code)):
            return code
    return None


def _signature(purpose: str, code: str) -> str:
    salt = f"nieuws.retouren.{purpose or 'retour'}"
    return salted_hmac(salt, code, algorithm="sha256").hexdigest()[:_SIGNS]
