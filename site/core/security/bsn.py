"""Finding a BSN in what somebody typed (UAVG art. 46: a ward has no right to keep one).

A BSN has nine digits of which the weighted sum can be divided by eleven. One in eleven other
numbers has that too: so what looks like something else (a telephone, an order, a date) is let by,
unless the text itself says that it is a BSN. This guards against a slip, not against a trick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
# Digits in a row or in groups; not a piece of something longer.
_RUN = re.compile(r"(?<![\w+/])\d(?:[ .\u00a0–-]?\d){7,8}(?![ .\u00a0–-]?\d)(?!\w)")
_BEFORE = 40
_SAYS_BSN = re.compile(r"(?i)\b(bsn|burgerservice|sofi|persoonsnummer)")
_SAYS_OTHER = re.compile(
    r"(?i)(\+\d{1,3}[ -]?(?:\(0\)[ -]?)?|\b0031[ -]?|#"
    r"|\b(?:tel|telefoon|telefoonnummer|mobiel|bel|app|fax|order|ordernummer|bestelling|bestelnummer"
    r"|factuur|factuurnummer|klantnummer|kvk|kenmerk|referentie|zaaknummer|ticket|pakket|rekening"
    r"|rekeningnummer|lidnummer)\b)[\s:.nrop°()-]{0,12}$"
)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d[ .-]\d{5}$")


def _passes(digits: str) -> bool:
    digits = digits.zfill(len(WEIGHTS))
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def find_bsns(text: str) -> Iterator[re.Match[str]]:
    """What in the text is a BSN as far as one can tell."""
    for match in _RUN.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        digits = re.sub(r"\D", "", match[0])
        if not _passes(digits):
            continue
        if _SAYS_BSN.search(before) or (
            len(digits) == len(WEIGHTS) and not _is_something_else(before, match[0])
        ):
            yield match


def _is_something_else(before: str, found: str) -> bool:
    return bool(_SAYS_OTHER.search(before) or _YEAR_FIRST.match(found))


def holds_bsn(text: str) -> bool:
    """Whether a BSN stands in the text."""
    return next(find_bsns(text), None) is not None
