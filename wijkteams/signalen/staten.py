"""The states of a signal, and every move that is allowed, in one table (requirement G7).

The picture in docs/beheer/signalen.md is made from this table.
"""

from __future__ import annotations

from collections.abc import Mapping

from wijkteams.signalen.models.choices import Staat

MOVES: Mapping[str, tuple[str, ...]] = {
    Staat.NIEUW: (
        Staat.BEKEKEN,
        Staat.BESPROKEN,
        Staat.DOORGEZET,
        Staat.OPGEPAKT,
        Staat.OPGELOST,
        Staat.GEEN_ACTIE,
    ),
    Staat.BEKEKEN: (
        Staat.BESPROKEN,
        Staat.DOORGEZET,
        Staat.OPGEPAKT,
        Staat.OPGELOST,
        Staat.GEEN_ACTIE,
    ),
    Staat.BESPROKEN: (Staat.DOORGEZET, Staat.OPGEPAKT, Staat.OPGELOST, Staat.GEEN_ACTIE),
    Staat.DOORGEZET: (Staat.BESPROKEN, Staat.OPGEPAKT, Staat.OPGELOST, Staat.GEEN_ACTIE),
    Staat.OPGEPAKT: (Staat.BESPROKEN, Staat.DOORGEZET, Staat.OPGELOST, Staat.GEEN_ACTIE),
    Staat.OPGELOST: (Staat.HEROPEND,),
    Staat.GEEN_ACTIE: (Staat.HEROPEND,),
    Staat.HEROPEND: (
        Staat.BESPROKEN,
        Staat.DOORGEZET,
        Staat.OPGEPAKT,
        Staat.OPGELOST,
        Staat.GEEN_ACTIE,
    ),
}
NEEDS_REASON = frozenset({Staat.GEEN_ACTIE, Staat.OPGELOST, Staat.HEROPEND})
"What residents must be told in a public sentence: why nothing is done, or what was."


def may_move(van: str, naar: str) -> bool:
    """Whether a signal may go from one state to the other; staying where it is always may."""
    return van == naar or naar in MOVES[van]
