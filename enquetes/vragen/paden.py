"""All ways through a survey, each with answers that lead there (requirement S3)."""

from __future__ import annotations

from dataclasses import dataclass

from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.duur import minutes_of_way
from enquetes.vragen.gevallen import gevallen, regels_over
from enquetes.vragen.lijst import Stap, Vraag, Vragenlijst
from enquetes.vragen.pad import zichtbaar

MOST_CASES, MOST_WAYS = 3000, 40


@dataclass(frozen=True)
class Weg:
    """One way: what somebody sees who answers like this."""

    antwoorden: Antwoorden
    beslissend: tuple[Vraag, ...]
    "The questions on this way of which the answer decides about what follows."
    stappen: tuple[Stap, ...]

    @property
    def aantal(self) -> int:
        """How many questions."""
        return sum(1 for stap in self.stappen for vraag in stap.vragen if vraag.is_vraag)

    @property
    def minuten(self) -> int:
        """How long it takes."""
        return minutes_of_way(self.stappen)


@dataclass(frozen=True)
class Paden:
    """The ways; `volledig`: there are no more than these."""

    wegen: tuple[Weg, ...]
    volledig: bool

    @property
    def langste(self) -> int:
        """Minutes of the longest way."""
        return max((weg.minuten for weg in self.wegen), default=1)


def paden(vragenlijst: Vragenlijst) -> Paden:
    """Every way through, the one with the most questions first."""
    deciding = regels_over(vragenlijst).keys()
    ways: dict[tuple[tuple[str, ...], ...], Weg] = {}
    cases = 0
    for case in gevallen(vragenlijst, most=MOST_CASES):
        cases += 1
        stappen = zichtbaar(vragenlijst, case)
        seen = tuple((stap.id, *(vraag.id for vraag in stap.vragen)) for stap in stappen)
        if seen in ways:
            continue
        if len(ways) == MOST_WAYS:
            return Paden(_ordered(ways), volledig=False)
        beslissend = tuple(
            vraag for stap in stappen for vraag in stap.vragen if vraag.id in deciding
        )
        ways[seen] = Weg(case, beslissend, stappen)
    return Paden(_ordered(ways), volledig=cases < MOST_CASES)


def _ordered(ways: dict[tuple[tuple[str, ...], ...], Weg]) -> tuple[Weg, ...]:
    return tuple(sorted(ways.values(), key=lambda weg: -weg.aantal))
