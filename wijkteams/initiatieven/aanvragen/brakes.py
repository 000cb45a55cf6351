"""How often one address may do something (rule R-40). A library is one address for many people."""

from __future__ import annotations

import hashlib

from core.security.throttle import Throttle
from wijkteams.initiatieven.models import InitiatiefAanvraag

MINUTE, HOUR, DAY = 60, 3600, 86_400
FASTEST = 3.0
"Seconds: nobody writes an idea sooner than this after the first page."

BEGUN = Throttle("idee-begin", limit=240, seconds=HOUR)
"Each begun idea is a row, and may hold a picture."
SENT = Throttle("idee", limit=60, seconds=HOUR)
LATER = Throttle("idee-later", limit=20, seconds=HOUR)
MAILED = Throttle("idee-mail", limit=5, seconds=DAY, by_network=False)
"Beyond this no mail goes to an address: nobody fills the mailbox of another (R-34)."
EQUAL = Throttle("idee-gelijk", limit=3, seconds=DAY, by_network=False)
"The same words, whoever sends them."
WRONG_LINKS = Throttle("idee-link", limit=10, seconds=MINUTE)


def sameness(aanvraag: InitiatiefAanvraag) -> str:
    """What is equal of equal ideas; kept as a keyed digest only."""
    parts = (aanvraag.wijk_id, aanvraag.titel, aanvraag.idee)
    words = " ".join("|".join(map(str, parts)).lower().split())
    return hashlib.sha256(words.encode()).hexdigest()
