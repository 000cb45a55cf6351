"""What must be looked at before it comes on the site (requirements M5, R-13)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

LINK = re.compile(r"(?i)https?://|www\.|\b[\w-]+\.(?:nl|com|net|org|info|eu|shop|xyz)\b")
MAIL = re.compile(r"[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(r"(?<!\d)(?:\+31|0031|0)[ -]?(?:\d[ -]?){8,9}(?!\d)")
IBAN = re.compile(r"(?i)\bNL\s?\d{2}\s?[A-Z]{4}\s?(?:\d\s?){10}\b")
PLATE = re.compile(
    r"(?i)(?<![\w-])(?=[a-z\d-]{0,8}\d)(?=[\d-]{0,8}[a-z])"
    r"[a-z\d]{1,3}-[a-z\d]{2,3}-[a-z\d]{1,2}(?![\w-])"
)
HOUSE = re.compile(r"(?i)\b(?:huisnummer|nummer|nr\.?)\s?\d{1,4}\s?[a-z]?\b")
# About one person this is nobody's business (AVG art. 9 and 10); about a street it may be said.
# So it is held for a look, and not refused.
SPECIAL = re.compile(
    r"(?i)\b(?:dement\w*|depress\w*|psych\w*|verslaa\w*|verslav\w*|alcoholi\w*|junk\w*|drugs?\w*"
    r"|autis\w*|kanker|hiv|aids|zwanger\w*|gehandicapt\w*|invalide\w*|diagnose\w*|medicijn\w*"
    r"|moslim\w*|islamiet\w*|jood|joods\w*|christen\w*|hindoe\w*|homo\w*|lesbi\w*|transgender\w*"
    r"|asielzoeker\w*|statushouder\w*|illega\w*|marokka\w*|turk|turken|antillia\w*|roma|zigeuner\w*"
    r"|crimine\w*|dealer\w*|dealt|dealen|inbreker\w*|veroordeel\w*|pedo\w*|mishandel\w*|misbruik\w*"
    r"|schuldsanering|bijstand|uitkering|stemt op)\b"
)
RUDE = re.compile(
    r"(?i)\b(?:kut\w*|kanker\w+|tering\w*|tyfus\w*|klootz\w*|hoer\w*|lul|mongool\w*|debiel\w*"
    r"|flikker\w*|nikker\w*|neger\w*|fuck\w*|shit\w*|bitch\w*|nazi\w*)\b"
)
PERSONAL = (MAIL, PHONE, IBAN, PLATE, HOUSE)


def words_for(*texts: str) -> list[str]:
    """Why the team looks first at these texts, for who wrote them; empty when nothing is odd."""
    text = "\n".join(texts)
    found = []
    if _any(PERSONAL, text):
        found.append(_("Er staat misschien een telefoonnummer, adres of kenteken in."))
    if SPECIAL.search(text):
        found.append(_("Er staat misschien iets in over iemands gezondheid, geloof of afkomst."))
    if LINK.search(MAIL.sub("", text)):
        found.append(_("Er staat een link in."))
    if RUDE.search(text):
        found.append(_("Er staat een grof woord in."))
    return found


def must_wait(*texts: str) -> bool:
    """Whether somebody of the team must look before all may read this."""
    return bool(words_for(*texts))


def _any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)
