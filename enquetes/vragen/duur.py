"""How long filling in takes, by rule of thumb (requirement S2: say it, and warn above ten)."""

from __future__ import annotations

import math

from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.lijst import Soort, Stap, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.pad import klopt, zichtbaar

LONG = 10
"Minutes; after that people stop half-way."
PER_WORD = 0.35
"Seconds; somebody who reads slowly."
PER_OPTION = 1.0
SECONDS = {
    Soort.KORT: 15.0,
    Soort.LANG: 45.0,
    Soort.KEUZE: 4.0,
    Soort.KEUZES: 8.0,
    Soort.SCHAAL: 5.0,
    Soort.SMILEYS: 4.0,
    Soort.JA_NEE: 4.0,
    Soort.RANGORDE: 10.0,
    Soort.MATRIX: 5.0,
    Soort.GETAL: 8.0,
    Soort.DATUM: 12.0,
    Soort.POSTCODE: 8.0,
    Soort.BUURT: 6.0,
    Soort.KAART: 30.0,
    Soort.FOTO: 40.0,
    Soort.TEKST: 0.0,
}
"To answer it, once it was read."
PER_ROW = 6.0
PER_RANK = 5.0
SOMETIMES = 0.5
"Of what is shown on a condition, half of the people see it."


def minutes(vragenlijst: Vragenlijst) -> int:
    """Whole minutes, for somebody who answers everything that they see; at least one."""
    total = 0.0
    for stap in vragenlijst.stappen:
        seconds = sum(
            seconds_of(vraag) * (SOMETIMES if vraag.als else 1.0) for vraag in stap.vragen
        )
        total += (seconds + _reading(stap)) * (SOMETIMES if stap.als else 1.0)
    return max(1, math.ceil(total / 60))


def minutes_of_way(stappen: tuple[Stap, ...]) -> int:
    """As `minutes`, of exactly these pages and questions."""
    total = sum(_reading(stap) + sum(map(seconds_of, stap.vragen)) for stap in stappen)
    return max(1, math.ceil(total / 60))


def minutes_left(vragenlijst: Vragenlijst, antwoorden: Antwoorden, page: str) -> int:
    """Whole minutes from the page with this id to the end; going on never makes them more.

    What still hangs on an answer to come is reckoned with, as it may have to be filled in; but
    never more is told than was promised before the first question.
    """
    ids = [stap.id for stap in vragenlijst.stappen]
    ahead = vragenlijst.stappen[ids.index(page) :]
    seen = zichtbaar(Vragenlijst(vragenlijst.stappen[: ids.index(page)]), antwoorden)
    known = {vraag.id: antwoorden.get(vraag.id) for stap in seen for vraag in stap.vragen}
    to_come = {vraag.id for stap in ahead for vraag in stap.vragen}

    def may_show(als: Voorwaarde) -> bool:
        return any(regel.vraag in to_come for regel in als.regels) or klopt(als, known)

    total = sum(
        _reading(stap) + sum(seconds_of(vraag) for vraag in stap.vragen if may_show(vraag.als))
        for stap in ahead
        if may_show(stap.als)
    )
    return min(minutes(vragenlijst), max(1, math.ceil(total / 60)))


def seconds_of(vraag: Vraag) -> float:
    """To read and answer one question."""
    seconds = SECONDS.get(Soort(vraag.soort), 10.0) + _words(vraag.text, vraag.help) * PER_WORD
    match vraag.soort:
        case Soort.MATRIX:
            seconds += len(vraag.rijen) * PER_ROW
        case Soort.RANGORDE:
            seconds += len(vraag.opties) * PER_RANK
        case _:
            seconds += len(vraag.opties) * PER_OPTION
    return seconds


def _reading(stap: Stap) -> float:
    return _words(stap.title, stap.intro) * PER_WORD


def _words(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
