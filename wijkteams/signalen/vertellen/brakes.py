"""How often one address may do something (rule R-40). A library is one address for many people."""

from __future__ import annotations

import hashlib

from core.security.throttle import Throttle
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.plaats import snapped

MINUTE, HOUR, DAY = 60, 3600, 86_400
FASTEST = 3.0
"Seconds: nobody tells something sooner than this after the first page."

BEGUN = Throttle("signaal-begin", limit=240, seconds=HOUR)
"Each begun signal is a row, and may hold three pictures."
SENT = Throttle("signaal", limit=60, seconds=HOUR)
ALSO = Throttle("signaal-ook", limit=60, seconds=HOUR)
MAILED = Throttle("signaal-mail", limit=5, seconds=DAY, by_network=False)
"Beyond this no mail goes to an address: nobody fills the mailbox of another (R-34)."
EQUAL = Throttle("signaal-gelijk", limit=3, seconds=DAY, by_network=False)
"The same words about the same place, whoever sends them."
WRONG_LINKS = Throttle("signaal-link", limit=10, seconds=MINUTE)


def sameness(signaal: Signaal) -> str:
    """What is equal of equal signals; kept as a keyed digest only."""
    place = ""
    if signaal.latitude is not None and signaal.longitude is not None:
        place = "{},{}".format(*snapped(signaal.latitude, signaal.longitude))
    parts = (signaal.wijk_id, signaal.categorie_id, signaal.titel, signaal.tekst, place)
    words = " ".join("|".join(map(str, (*parts, signaal.plaats_tekst))).lower().split())
    return hashlib.sha256(words.encode()).hexdigest()
