"""What secret links are for, each of one code (core.security.signed_codes, rule R-08)."""

from __future__ import annotations

from core.security.signed_codes import SignedCodes

STATUS = "status"
"Of `Melder.code`: what became of my signal."
BEVESTIGEN = "bevestigen"
"Of `Melder.code`: it is me who told it."
VOLGEN = "volgen"
"Of `Medemelder.code`: say yes to hear more, or leave."
ATTENDERING = "attendering"
"Of `Attendering.code`: say yes, change, or leave."
ANTWOORD = "antwoord"
"Of `Doorzending.code`: the answer page of a partner."
NAZORG = "nazorg"
"Of `Melder.code` or `Medemelder.code`: is it really solved?"
PURPOSES = (STATUS, BEVESTIGEN, VOLGEN, ATTENDERING, ANTWOORD, NAZORG)
_CODES = SignedCodes("wijkteams.signalen", PURPOSES)
make, code_of = _CODES.make, _CODES.code_of
