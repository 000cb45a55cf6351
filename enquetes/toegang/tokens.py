"""The secret part of links in mails: what they are for, of whom, until when, and our signature.

What is in it opens nothing without the signature, which is made for one purpose and one survey and
compared in constant time before the database is asked (R-08). All of one purpose are equally long.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.utils import timezone

from enquetes.toegang.keyed import is_signed, signature

MAIL = "mail"
"Fill in: of the digest of an address."
PANEL = "panel"
"Fill in: of the digest of a member."
LID = "lid"
"Of `Panellid.code`: say yes, or leave."
PURPOSES = (MAIL, PANEL, LID)
GOOD_FOR = timedelta(days=7)
_SHAPE = re.compile(r"([0-9a-f]{32})([0-9]{6})-([0-9a-f]{40})", re.ASCII)
ENDLESS = "000000"


def make(purpose: str, about: str, code: str, *, until: date | None = None) -> str:
    """The secret part of a link; `about`: the code of the survey, or of what it is about."""
    day = f"{until:%y%m%d}" if until else ENDLESS
    return f"{code}{day}-{signature(_of(purpose), f'{about}|{code}|{day}')}"


def code_of(purpose: str, about: str, token: str) -> str | None:
    """The code in a token that we made for this; None for any other text, and when it is old."""
    match = _SHAPE.fullmatch(token)
    if match is None or not is_signed(_of(purpose), f"{about}|{match[1]}|{match[2]}", match[3]):
        return None
    if match[2] == ENDLESS:
        return match[1]
    until = date(2000 + int(match[2][:2]), int(match[2][2:4]), int(match[2][4:]))
    return match[1] if timezone.localdate() <= until else None


def _of(purpose: str) -> str:
    if purpose not in PURPOSES:
        raise ValueError(purpose)
    return f"link.{purpose}"
