"""What a system says: read as text of a stranger."""

from __future__ import annotations

import json
from typing import Any

from core.fetching import fetch
from wijkteams.signalen.models import Koppeling

TYPES = ("application/json", "text/json")


class UnreadableError(Exception):
    """It said something else than the standard."""


def address(koppeling: Koppeling, *parts: str) -> str:
    """An address of GeoReport v2 there."""
    return "/".join([koppeling.adres.rstrip("/"), *parts]) + ".json"


def first_of(content: bytes) -> dict[str, Any]:
    """The one request in an answer."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise UnreadableError from None
    one = found[0] if isinstance(found, list) and found else found
    if not isinstance(one, dict):
        raise UnreadableError
    return one


def read(url: str) -> dict[str, Any]:
    """The one request at an address. Raises FetchRefused or UnreadableError."""
    return first_of(fetch(url, types=TYPES, most=1024 * 1024).content)


def text_of(one: dict[str, Any], name: str, most: int) -> str:
    """A value as one text, without signs that a database refuses."""
    value = one.get(name)
    if not isinstance(value, str | int):
        return ""
    return "".join(sign for sign in str(value) if sign.isprintable() or sign == "\n")[:most].strip()
