"""What secret links in mails are for, each of one code (core.security.signed_codes, rule R-08).

All have the same length, whatever purpose: mails are filled in as bytes (`verzenden`).
"""

from __future__ import annotations

from core.security.signed_codes import SignedCodes
from core.security.signed_codes import new_code as new_code

BEVESTIGEN = "bevestigen"
"Of `Abonnement.aanvraag`: say yes to what was asked for in one go."
AFMELDEN = "afmelden"
"Of `Abonnement.code`: leave one list."
BEHEREN = "beheren"
"Of `Abonnee.code`: 'Mijn nieuwsbrieven'."
VERLENGEN = "verlengen"
"Of `Abonnee.code`: say yes once more after 24 months."
PURPOSES = (BEVESTIGEN, AFMELDEN, BEHEREN, VERLENGEN)

_CODES = SignedCodes("nieuws.abonneren", PURPOSES)
make, code_of = _CODES.make, _CODES.code_of
