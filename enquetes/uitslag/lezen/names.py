"""What in a text may point at a person: suggestions for who reads it, never more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GONE: Final = "[…]"
"What stands in the place of words that are hidden."


class Vondst(NamedTuple):
    """Words, and what they look like."""

    words: str
    soort: str | Promise


_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_BETWEEN = r"(?:van|de|der|den|ten|ter|van\s+de|van\s+der|van\s+den|van\s+’t|el|al|bin|ben)"
_TITLE = (
    r"(?:dhr\.?|mw\.?|mevr\.?|mevrouw|meneer|de heer|buurman|buurvrouw|dokter|dr\.?|juf|meester)"
)
_STREET = r"(?:straat|laan|weg|plein|gracht|kade|dijk|hof|singel|dreef|pad|plantsoen|steeg|markt)"
PATTERNS: Final = (
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w"), _("e-mailadres")),
    (re.compile(r"(?:https?://|www\.)\S+"), _("webadres")),
    (re.compile(r"(?<!\d)(?:\+31|0031|0)[\s-]?(?:\d[\s-]?){8,9}(?!\d)"), _("telefoonnummer")),
    (re.compile(r"(?<!\d)(?:\d[ .]?){8}\d(?!\d)"), _("nummer")),
    (re.compile(r"\bNL\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10}"), _("rekeningnummer")),
    (re.compile(r"\b[1-9]\d{3}[ ]?[A-Z]{2}\b"), _("postcode")),
    (re.compile(rf"\b{_WORD}{_STREET}\s+\d+[\w-]*", re.UNICODE), _("adres")),
    (re.compile(rf"\b\w*{_STREET}\s+\d+[\w-]*", re.IGNORECASE), _("adres")),
    (re.compile(r"\b(?:nummer|huisnummer|nr\.?)\s*\d+\w?", re.IGNORECASE), _("huisnummer")),
    (re.compile(rf"\b(?i:{_TITLE})\s+{_WORD}(?:\s+{_WORD})*"), _("naam")),
    (re.compile(rf"\b{_WORD}(?:\s+{_BETWEEN})?\s+{_WORD}\b"), _("naam")),
    (re.compile(rf"(?<=[a-z,;] ){_WORD}\b"), _("naam of plek")),
)


def suspicious(text: str) -> list[Vondst]:
    """What may point at somebody, in the order of the text, each once; the surest kind first."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Vondst]] = []
    for begin, end, vondst in _matches(text):
        if any(begin < last and first < end for first, last in taken):
            continue
        taken.append((begin, end))
        found.append((begin, vondst))
    found.sort(key=lambda one: one[0])
    return list({one.words: one for _at, one in found}.values())


def without(text: str, words: list[str]) -> str:
    """The text with these words gone, longest first."""
    for one in sorted(words, key=len, reverse=True):
        if one:
            text = text.replace(one, GONE)
    return text


def _matches(text: str) -> Iterator[tuple[int, int, Vondst]]:
    for pattern, soort in PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), Vondst(match.group().strip(), soort)
