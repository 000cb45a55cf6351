"""How often one network may report something, or ask again (rule R-40)."""

from __future__ import annotations

from core.security.throttle import Throttle

MINUTE, HOUR, DAY = 60, 3600, 86_400

REPORTED = Throttle("moderatie-melding", limit=60, seconds=HOUR)
"Forty visitors of one library pass."
MAILED = Throttle("moderatie-mail", limit=5, seconds=DAY, by_network=False)
"Beyond this no receipt goes to an address: nobody fills the mailbox of another (R-34)."
ANSWERED = Throttle("moderatie-antwoord", limit=10, seconds=DAY, by_network=False)
"The same for what came of it: their page tells the rest."
WRONG_LINKS = Throttle("moderatie-link", limit=10, seconds=MINUTE)
