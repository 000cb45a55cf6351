"""Every way of answering that makes a difference to what is shown.

Of each question on which a condition depends there are only a few kinds of answers: those that
make the same rules hold are the same. So all ways through a survey can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET, Antwoorden
from enquetes.vragen.lijst import Regel, Soort, Vraag, Vragenlijst
from enquetes.vragen.pad import as_number, klopt, regel_klopt

MOST_CHOSEN = 8
"Of more choices that matter than this, not every combination is tried."
IETS = "_iets"
"An answer of which only matters that it is there."
ANOTHER = "0"
"A buurt that no rule mentions."


def regels_over(vragenlijst: Vragenlijst) -> dict[str, list[Regel]]:
    """All rules, by the question that they ask about."""
    found: dict[str, list[Regel]] = {}
    for stap in vragenlijst.stappen:
        for als in (stap.als, *(vraag.als for vraag in stap.vragen)):
            for regel in als.regels:
                found.setdefault(regel.vraag, []).append(regel)
    return found


@dataclass(frozen=True)
class _Turn:
    """Where the search is: at which question, what was answered, and if its page is shown."""

    place: int
    known: Antwoorden
    shown: bool


def gevallen(
    vragenlijst: Vragenlijst, over: Iterable[str] | None = None, *, most: int
) -> Iterator[Antwoorden]:
    """Answers to these questions (or all that a condition asks about), one for each case.

    At most `most`. What is not shown is not answered. The questions on which those in `over`
    depend must be in it too.
    """
    rules = regels_over(vragenlijst)
    wanted = set(rules) if over is None else set(over)
    asked = [
        (stap, vraag) for stap in vragenlijst.stappen for vraag in stap.vragen if vraag.id in wanted
    ]
    given = {vraag.id: klassen(vraag, rules.get(vraag.id, [])) for _stap, vraag in asked}
    waiting, found = [_Turn(0, {}, True)], 0
    while waiting and found < most:
        turn = waiting.pop()
        if turn.place == len(asked):
            found += 1
            yield turn.known
            continue
        stap, vraag = asked[turn.place]
        shown = turn.shown
        if turn.place == 0 or asked[turn.place - 1][0] is not stap:
            shown = klopt(stap.als, turn.known)
        answers = given[vraag.id] if shown and klopt(vraag.als, turn.known) else (None,)
        for answer in reversed(answers):
            known = turn.known if answer is None else {**turn.known, vraag.id: answer}
            waiting.append(_Turn(turn.place + 1, known, shown))


def klassen(vraag: Vraag, regels: list[Regel]) -> tuple[Any, ...]:
    """One answer for each set of rules that can hold together, most rules first; None: no answer.

    A question that must be answered has no None.
    """
    by_outcome: dict[tuple[bool, ...], Any] = {}
    answers = list(_answers(vraag, regels))
    if not vraag.verplicht or not answers:
        answers.append(None)
    for answer in answers:
        known = {} if answer is None else {vraag.id: answer}
        by_outcome.setdefault(tuple(regel_klopt(regel, known) for regel in regels), answer)
    return tuple(by_outcome[key] for key in sorted(by_outcome, key=sum, reverse=True))


def _answers(vraag: Vraag, regels: list[Regel]) -> Iterator[Any]:
    mentioned = [waarde for regel in regels for waarde in regel.waarden]
    match vraag.soort:
        case Soort.KEUZE:
            yield from _choices(vraag)
        case Soort.KEUZES:
            yield from _sets(vraag, mentioned)
        case Soort.JA_NEE:
            yield from (JA, NEE)
        case Soort.SCHAAL | Soort.SMILEYS:
            yield from range(1, highest(vraag) + 1)
        case Soort.BUURT:
            yield from (one for one in mentioned if one not in {BUITEN, WEET_NIET})
            yield from (ANOTHER, BUITEN)
        case Soort.GETAL:
            yield from _numbers(vraag, mentioned)
        case Soort.TEKST:
            return
        case _:
            yield IETS
    if vraag.weet_niet:
        yield [WEET_NIET] if vraag.soort == Soort.KEUZES else WEET_NIET


def highest(vraag: Vraag) -> int:
    """The end of a scale; smileys have five."""
    return int(vraag.maximum or 5) if vraag.soort == Soort.SCHAAL else 5


def _choices(vraag: Vraag) -> list[str]:
    return [optie.id for optie in vraag.opties] + ([ANDERS] if vraag.anders else [])


def _sets(vraag: Vraag, mentioned: list[str]) -> Iterator[list[str]]:
    """Sets of choices that are allowed, with each combination of those that rules mention."""
    choices = _choices(vraag)
    matter = [one for one in choices if one in mentioned]
    rest = [one for one in choices if one not in matter]
    least, most = int(vraag.minimum or 1), int(vraag.maximum or len(choices))
    sizes: Iterable[int] = range(len(matter) + 1)
    if len(matter) > MOST_CHOSEN:
        sizes = (0, 1, 2, len(matter) - 1, len(matter))
    for size in sizes:
        for chosen in combinations(matter, size):
            filled = [*chosen, *rest[: max(0, least - size)]]
            if not filled:
                filled = rest[:1]
            if filled and least <= len(filled) <= most:
                yield filled


def _numbers(vraag: Vraag, mentioned: list[str]) -> Iterator[float]:
    limits = [number for one in mentioned if (number := as_number(one)) is not None]
    ends = [one for one in (vraag.minimum, vraag.maximum) if one is not None]
    marks = sorted({*limits, *ends}) or [1.0]
    tried = [*marks, *((a + b) / 2 for a, b in pairwise(marks)), marks[0] - 1, marks[-1] + 1]
    for number in tried:
        if vraag.minimum is not None and number < vraag.minimum:
            continue
        if vraag.maximum is not None and number > vraag.maximum:
            continue
        yield number
