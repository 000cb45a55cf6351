"""The way through a survey: which pages and questions somebody sees, given what they answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from enquetes.vragen.antwoord import Antwoorden
from enquetes.vragen.lijst import Regel, Stap, Toets, Voorwaarde, Vragenlijst


def zichtbaar(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> tuple[Stap, ...]:
    """The pages that are shown, each with only the questions that are shown.

    An answer to a question that is hidden itself counts as no answer. A page of which nothing is
    left to read or answer is not shown.
    """
    known: Antwoorden = {}
    shown = []
    for stap in vragenlijst.stappen:
        if not klopt(stap.als, known):
            continue
        vragen = []
        for vraag in stap.vragen:
            if klopt(vraag.als, known):
                vragen.append(vraag)
                if vraag.id in antwoorden:
                    known[vraag.id] = antwoorden[vraag.id]
        if vragen or stap.intro:
            shown.append(replace(stap, vragen=tuple(vragen)))
    return tuple(shown)


def alleen_zichtbare(vragenlijst: Vragenlijst, antwoorden: Antwoorden) -> Antwoorden:
    """The answers without those to questions that are hidden or do not exist."""
    keys = {
        vraag.id
        for stap in zichtbaar(vragenlijst, antwoorden)
        for vraag in stap.vragen
        if vraag.is_vraag
    }
    return {key: value for key, value in antwoorden.items() if key.partition(":")[0] in keys}


def klopt(als: Voorwaarde, antwoorden: Antwoorden) -> bool:
    """Whether a condition holds for these answers."""
    if not als.regels:
        return True
    every = all if als.alle else any
    return every(regel_klopt(regel, antwoorden) for regel in als.regels)


def regel_klopt(regel: Regel, antwoorden: Antwoorden) -> bool:
    """Whether one rule holds for these answers."""
    given = _given(antwoorden.get(regel.vraag))
    match regel.toets:
        case Toets.BEANTWOORD:
            return bool(given)
        case Toets.IS:
            return bool(given & set(regel.waarden))
        case Toets.IS_NIET:
            return not given & set(regel.waarden)
    numbers = [number for text in given if (number := as_number(text)) is not None]
    limit = as_number(regel.waarden[0]) if regel.waarden else None
    if not numbers or limit is None:
        return False
    return numbers[0] >= limit if regel.toets == Toets.MINSTENS else numbers[0] <= limit


def _given(value: Any) -> set[str]:
    if value is None or value == "":
        return set()
    if isinstance(value, dict):
        return {str(one) for one in value.values()}
    if isinstance(value, list):
        return {str(one) for one in value}
    return {str(value)}


def as_number(text: str) -> float | None:
    """What stands for a number; None for anything else."""
    try:
        return float(text)
    except ValueError:
        return None
