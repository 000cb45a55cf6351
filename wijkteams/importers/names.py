"""Names and codes as CBS, PDOK and municipalities write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from .limits import MAX_NAME

WIJKCODE = re.compile(r"WK[0-9]{4}[0-9A-Z]{2}")
BUURTCODE = re.compile(r"BU[0-9]{4}[0-9A-Z]{2}[0-9]{2}")
GEMEENTECODE = re.compile(r"(?:GM)?([0-9]{4})")
PREFIX = re.compile(r"(?:wijk|buurt)\s+[0-9]{1,2}[a-z]?\s+(?=\S)", re.IGNORECASE)

CODE_KEYS = ("code", "statcode", "buurtcode", "bu_code", "wijkcode", "wk_code")
NAME_KEYS = ("name", "naam", "statnaam")
WIJK_NAME_KEYS = ("wijknaam", "wk_naam", "wk_name", *NAME_KEYS)
BUURT_NAME_KEYS = ("buurtnaam", "bu_naam", "bu_name", *NAME_KEYS)
GEMEENTE_KEYS = ("gemeente", "gemeentenaam", "gm_naam", "gm_name")
GEMEENTECODE_KEYS = ("gemeentecode", "gm_code")
YEAR_KEYS = ("year", "jaar", "peiljaar", "jaarcode")


class BadPropertyError(Exception):
    """A name or code cannot be used; the message says why, in Dutch."""


def first_of(properties: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """The value under the first of these names that holds something."""
    for key in keys:
        value = properties.get(key)
        if value not in (None, ""):
            return value
    return None


def read_code(properties: Mapping[str, Any]) -> str:
    """The CBS code: WK and six, or BU and eight signs."""
    value = first_of(properties, CODE_KEYS)
    if value is None:
        raise BadPropertyError(_("Er staat geen wijkcode of buurtcode bij (zoals WK051301)."))
    code = value.strip().upper() if isinstance(value, str) and len(value) <= 40 else ""
    if not (WIJKCODE.fullmatch(code) or BUURTCODE.fullmatch(code)):
        raise BadPropertyError(_("De code is geen wijkcode of buurtcode (zoals WK051301)."))
    return code


def wijkcode_of(code: str) -> str:
    """The ward that a code belongs to: BU0513 01 02 lies in WK0513 01."""
    return f"WK{code[2:8]}"


def read_gemeentecode(properties: Mapping[str, Any], code: str) -> str:
    """The municipality's code, which the ward's own code already contains."""
    own = f"GM{code[2:6]}"
    value = first_of(properties, GEMEENTECODE_KEYS)
    if value is not None and normal_gemeentecode(value) != own:
        raise BadPropertyError(_("De gemeentecode past niet bij de code van het gebied."))
    return own


def normal_gemeentecode(value: object) -> str:
    """GM0513 for "GM0513", "gm0513" and "0513"; empty if it is none of these."""
    match = GEMEENTECODE.fullmatch(value.strip().upper()) if isinstance(value, str) else None
    return f"GM{match[1]}" if match else ""


def read_name(value: object) -> str:
    """A name of people's own, without the number that CBS puts before it."""
    name = read_words(value)
    if not name:
        raise BadPropertyError(_("De naam ontbreekt."))
    stripped = PREFIX.sub("", name, count=1) if PREFIX.match(name) else name
    return stripped[0].upper() + stripped[1:]


def read_words(value: object) -> str:
    """One line of plain text, or a refusal."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadPropertyError(_("De naam is geen tekst."))
    if len(value) > 10 * MAX_NAME:
        raise BadPropertyError(_too_long())
    words = " ".join(unicodedata.normalize("NFC", value).split())
    if len(words) > MAX_NAME:
        raise BadPropertyError(_too_long())
    if not words.isprintable() or "<" in words or ">" in words:
        raise BadPropertyError(_("De naam bevat tekens die niet in een naam horen."))
    return words


def _too_long() -> str:
    return _("De naam is te lang (hoogstens %(limit)d tekens).") % {"limit": MAX_NAME}
