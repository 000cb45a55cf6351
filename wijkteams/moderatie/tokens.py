"""What secret links are for, each of one code (core.security.signed_codes, rule R-08)."""

from __future__ import annotations

from core.security.signed_codes import SignedCodes

MELDING = "melding"
"Of `Inhoudsmelding.code`: what became of my report."
BESLUIT = "besluit"
"Of `Besluit.code`: why my words were taken away, for who wrote them."
PURPOSES = (MELDING, BESLUIT)
_CODES = SignedCodes("wijkteams.moderatie", PURPOSES)
make, code_of = _CODES.make, _CODES.code_of
