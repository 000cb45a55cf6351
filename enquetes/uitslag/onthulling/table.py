"""What may be seen of one table, of everybody."""

from __future__ import annotations

from dataclasses import dataclass

from enquetes.uitslag.onthulling.line import hidden_choices, hidden_in_line
from enquetes.uitslag.tabellen import MET_GEMIDDELDE, Tabel
from enquetes.uitslag.telling import Telling
from enquetes.vragen import Soort
from enquetes.vragen.antwoord import WEET_NIET

TE_WEINIG, VERRAADT = "te_weinig", "verraadt"


@dataclass(frozen=True)
class Zicht:
    """What is hidden of a table. With a reason nothing of it is shown at all."""

    hidden: frozenset[str] = frozenset()
    mean: bool = False
    reden: str = ""

    @property
    def full(self) -> bool:
        """Whether all of it may be seen."""
        return not self.reden and not self.hidden


def view_of(tabel: Tabel, telling: Telling, drempel: int) -> Zicht:
    """What may be seen of what everybody answered.

    The mean of a scale is one more equation: beside hidden cells it would tell them. So then it
    is the cells or the mean: the mean when most cells would be hidden.
    """
    n, cells = telling["n"], telling["cellen"]
    if n < drempel:
        return Zicht(frozenset(cells), reden=TE_WEINIG)
    hide = hidden_choices(cells, n, drempel) if tabel.meer else hidden_in_line(cells, drempel)
    if tabel.vraag.soort == Soort.GETAL:
        # Its only cell is 'don't know': what is left is the number of people who gave a number.
        return Zicht(frozenset(cells), mean=_enough(telling, 2 * drempel))
    if tabel.vraag.soort not in MET_GEMIDDELDE:
        return Zicht(frozenset(hide), mean=tabel.vraag.soort == Soort.RANGORDE and not hide)
    spread = _enough(telling, 2 * drempel) and is_spread(telling, drempel)
    if not hide:
        return Zicht(mean=spread)
    if spread and 2 * len(hide) > len(cells):
        return Zicht(frozenset(cells), mean=True)
    return Zicht(frozenset(hide))


def is_spread(telling: Telling, drempel: int) -> bool:
    """Whether so many did not answer the same that a mean does not tell what all answered."""
    numbers = [value for key, value in telling["cellen"].items() if key != WEET_NIET]
    return bool(telling["getallen"] - max(numbers, default=0) >= drempel)


def _enough(telling: Telling, number: int) -> bool:
    return bool(telling["getallen"] >= number)
