"""What a person typed in the ward finder, made fit to compare."""

from __future__ import annotations

import re
import unicodedata

LONGEST_QUERY = 100
APOSTROPHES = re.compile(r"['`]")
SIGNS = re.compile(r"[^a-z0-9]+")
POSTCODE = re.compile(r"(?:postcode )?([1-9][0-9]{3}) ?([a-z]{2})?")


def clean_query(raw: str) -> str:
    """The query without control characters, never longer than a name can be."""
    text = "".join(
        " " if unicodedata.category(char)[0] in "CZ" else char for char in raw[:LONGEST_QUERY]
    )
    return " ".join(text.split())


def plain(text: str) -> str:
    """A text as it is compared: no accents, capitals or signs; digits of any script as ours."""
    if text.isascii():  # the same, but quick: most names are
        return SIGNS.sub(" ", APOSTROPHES.sub("", text.lower())).strip()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(_plain(char) for char in spread).split())


def _plain(char: str) -> str:
    if unicodedata.combining(char) or char in "'’‘`´":
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return char if char.isalnum() else " "


def read_postcode(wanted: str) -> tuple[str, str]:
    """The digits and letters of a postcode, from a plain text; empty when it is none."""
    match = POSTCODE.fullmatch(wanted)
    return (match[1], (match[2] or "").upper()) if match else ("", "")
