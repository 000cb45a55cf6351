"""What secret links are for, each of one code (core.security.signed_codes, rule R-08)."""

from __future__ import annotations

from core.security.signed_codes import SignedCodes

CONCEPT = "concept"
"Of `Aanvraagconcept.code`: go on writing."
AANVRAAG = "aanvraag"
"Of `InitiatiefAanvraag.code`: what became of my idea."
NEMER = "nemer"
"Of `Initiatiefnemer.code`: it is me who wants this; say yes or no."
BEHEREN = "beheren"
"Of `Initiatiefnemer.code`: the page where initiators keep their initiative."
STEUN = "steun"
"Of `Steun.code`: say yes, withdraw, or move it along with a merge."
VOLGEN = "volgen"
"Of `Volger.code`: say yes, change how often, or leave."
HULP = "hulp"
"Of `HulpAanbod.code`: say yes, choose times, or stop."
LOOPT_NOG = "loopt_nog"
"Of `Initiatiefnemer.code`: does it still go on?"
PURPOSES = (CONCEPT, AANVRAAG, NEMER, BEHEREN, STEUN, VOLGEN, HULP, LOOPT_NOG)
_CODES = SignedCodes("wijkteams.initiatieven", PURPOSES)
make, code_of = _CODES.make, _CODES.code_of
