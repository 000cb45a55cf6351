"""What the codes and words of another mail server mean: is the address wrong, or only this moment?

The codes are those of RFC 3463 and its registry at IANA. Only what says that an address does not
exist is hard. A server that calls our mail unwanted (5.7.x) says something about us: the reader
cannot help it, so that counts as soft.
"""

from __future__ import annotations

import re

from nieuws.models import Retour
from nieuws.retouren.report import Report

HARD_CODES = {
    "5.1.0",  # other address status, with a permanent failure: Exim and Gmail, of unknown users
    "5.1.1",  # bad destination mailbox
    "5.1.2",  # bad destination system
    "5.1.3",  # bad syntax of the address
    "5.1.4",  # ambiguous
    "5.1.6",  # moved, without a new address
    "5.1.10",  # null MX (RFC 7505); Microsoft 365: recipient not found
    "5.2.1",  # mailbox disabled
    "5.4.1",  # Microsoft 365: no such recipient in this domain
    "5.4.4",  # no route: the domain does not exist
    "5.4.310",  # Microsoft 365: the domain does not exist
}
_VAGUE = re.compile(r"(5\.0\.\d+|5\.3\.0|5\.5\.\d+|)")
"Codes that say only that it failed: then the words decide."

_CODE = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.])([45])[0-5]\d(?=[ \-#:])")

_SOFT_WORDS = re.compile(
    r"mailbox (is )?full|over.?quota|quota|storage|too (large|big|many)|spam|block|black ?list|"
    r"polic|reputation|dmarc|\bspf\b|dkim|greylist|try again|temporar|timed? ?out|time-out|loop|"
    r"(postvak|mailbox|postbus|inbox|brievenbus) (is |zit |van .{0,60} is )?vol\b|quotum|ruimte|"
    r"geblokkeerd|ongewenst|tijdelijk|te groot|te veel|later opnieuw|niet bereikbaar",
    re.IGNORECASE,
)
_HARD_WORDS = re.compile(
    r"(user|recipient|address|mailbox|account)( is)?( was)? (unknown|not found|unavailable|"
    r"invalid|disabled|inactive|closed)|unknown (user|recipient|address|mailbox|local)|"
    r"no such (user|recipient|address|mailbox|account|person|domain)|no mailbox|unrouteable|"
    r"(does not|doesn't|doesn.t) (exist|have an?)|not a valid|invalid (recipient|mailbox|address)|"
    r"not our customer|(address|recipient|user|domain|host)( \S+)? "
    r"(couldn't be found|wasn't found|not found|could not be found)|"
    r"(account|mailbox).{0,30}(disabled|closed|suspended|deactivated|inactive)|"
    r"bestaat niet|niet( meer)? bestaa?t|bestaat .{0,20}niet meer|opgeheven|afgesloten|"
    r"(gebruiker|ontvanger|geadresseerde|adres|e-mailadres|mailbox|postvak|domein)( is)? "
    r"(onbekend|niet gevonden|ongeldig)|(onbekende?|ongeldige?) "
    r"(gebruiker|ontvanger|geadresseerde|adres|e-mailadres|mailbox)|"
    r"kon(den)? .{0,60}niet (worden )?gevonden|niet (worden )?gevonden",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?[^\s<>@\"(]+@[^\s<>@,;)\"]+>?")


def judge(words: str, code: str = "") -> Report:
    """Hard or soft, by the code that the server gave, or else by its words.

    A server that hides behind a general code often gives the real one in its words.
    """
    code = code if code and not _VAGUE.fullmatch(code) else _code_in(words) or code
    soort = Retour.Soort.HARD if _is_hard(code, words) else Retour.Soort.ZACHT
    return Report(soort, code, without_addresses(words))


def means_failure(words: str) -> bool:
    """Whether words speak of mail that did not arrive at all."""
    return bool(_HARD_WORDS.search(words) or _SOFT_WORDS.search(words) or _code_in(words))


def without_addresses(words: str) -> str:
    """One line that may be kept and shown: no addresses, no signs that are not text."""
    line = " ".join(_ADDRESS.sub("(adres)", words).split())
    return "".join(sign for sign in line if sign.isprintable())[:200]


def _is_hard(code: str, words: str) -> bool:
    if code in HARD_CODES:
        return True
    if code.startswith("4") or not _VAGUE.fullmatch(code):
        return False
    return bool(_HARD_WORDS.search(words)) and not _SOFT_WORDS.search(words)


def _code_in(words: str) -> str:
    codes = [code for code in _CODE.findall(words) if not code.startswith("2")]
    if codes:
        return next((code for code in codes if not _VAGUE.fullmatch(code)), str(codes[0]))
    reply = _REPLY.search(words)
    return f"{reply[1]}.0.0" if reply else ""
