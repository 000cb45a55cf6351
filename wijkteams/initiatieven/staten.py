"""The states of an initiative, and every move that is allowed, in one table (requirement I2).

docs/beheer/initiatieven.md shows it; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from wijkteams.initiatieven.models.choices import Staat

_ON_THE_WAY = (
    Staat.IDEE,
    Staat.IN_GESPREK,
    Staat.ZOEKT_HULP,
    Staat.VOORBEREIDING,
    Staat.BEZIG,
)
_ENDS = (Staat.KLAAR, Staat.DOORGEGEVEN, Staat.GESTOPT)

MOVES: Mapping[str, tuple[str, ...]] = {
    **{van: tuple(to for to in (*_ON_THE_WAY, *_ENDS) if to != van) for van in _ON_THE_WAY},
    # What stopped may start again; how far it is then, its initiator knows.
    **dict.fromkeys(_ENDS, (Staat.IN_GESPREK, Staat.ZOEKT_HULP, Staat.BEZIG)),
}


def may_move(van: str, naar: str) -> bool:
    """Whether an initiative may go from one state to the other."""
    return naar in MOVES[van]
