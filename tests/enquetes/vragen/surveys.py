"""Random surveys with conditions, and every answer that one can give to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

from hypothesis import strategies as st

from enquetes.vragen.antwoord import ANDERS, JA, NEE, WEET_NIET, Antwoorden
from enquetes.vragen.lijst import Optie, Regel, Soort, Stap, Toets, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.regels import NUMBER, toetsen_voor

KINDS = (Soort.KEUZE, Soort.KEUZES, Soort.JA_NEE, Soort.SCHAAL, Soort.GETAL, Soort.KORT)


def every_answer(vraag: Vraag) -> list[Any]:
    """All there is, without any thought of what matters; None: not answered."""
    choices = [optie.id for optie in vraag.opties] + ([ANDERS] if vraag.anders else [])
    found: list[Any] = []
    match vraag.soort:
        case Soort.KEUZE:
            found = choices
        case Soort.KEUZES:
            least, most = int(vraag.minimum or 1), int(vraag.maximum or len(choices))
            found = [list(c) for n in range(least, most + 1) for c in combinations(choices, n)]
        case Soort.JA_NEE:
            found = [JA, NEE]
        case Soort.SCHAAL:
            found = list(range(1, 6))
        case Soort.GETAL:
            low, high = vraag.minimum, vraag.maximum
            found = [n / 2 for n in range(-2, 9)]
            found = [n for n in found if (low is None or n >= low) and (high is None or n <= high)]
        case Soort.KORT:
            found = ["x"]
    if vraag.weet_niet:
        found = [*found, [WEET_NIET] if vraag.soort == Soort.KEUZES else WEET_NIET]
    return found if vraag.verplicht else [*found, None]


def all_answers(lijst: Vragenlijst) -> Iterator[Antwoorden]:
    """Every combination of answers; also to what is hidden, as a browser might send it."""
    vragen = list(lijst.vragen())
    for chosen in product(*(every_answer(vraag) for vraag in vragen)):
        pairs = zip(vragen, chosen, strict=True)
        yield {vraag.id: answer for vraag, answer in pairs if answer is not None}


@st.composite
def _question(draw: st.DrawFn, number: int, before: list[Vraag]) -> Vraag:
    soort = draw(st.sampled_from(KINDS))
    opties: tuple[Optie, ...] = ()
    least, most = None, None
    if soort in {Soort.KEUZE, Soort.KEUZES}:
        many = draw(st.integers(2, 3))
        opties = tuple(Optie(f"o{number}{n}", f"Antwoord {n}") for n in range(many))
    if soort == Soort.KEUZES:
        least, most = draw(st.sampled_from([(None, None), (1, 1), (2, None), (None, 1), (2, 2)]))
    if soort == Soort.GETAL:
        least, most = draw(st.sampled_from([(None, None), (0, None), (0, 3), (2, 2)]))
    return Vraag(
        id=f"v{number}",
        soort=soort,
        text=f"Vraag {number}?",
        verplicht=draw(st.booleans()),
        als=draw(_condition(before)),
        opties=opties,
        anders=soort in {Soort.KEUZE, Soort.KEUZES} and draw(st.booleans()),
        weet_niet=soort != Soort.KORT and draw(st.booleans()),
        minimum=least,
        maximum=5 if soort == Soort.SCHAAL else most,
    )


@st.composite
def _condition(draw: st.DrawFn, before: list[Vraag]) -> Voorwaarde:
    if not before or draw(st.integers(0, 2)) == 0:
        return Voorwaarde()
    regels = draw(st.lists(_rule(before), min_size=1, max_size=2))
    return Voorwaarde(tuple(regels), draw(st.booleans()))


@st.composite
def _rule(draw: st.DrawFn, before: list[Vraag]) -> Regel:
    vraag = draw(st.sampled_from(before))
    toets = draw(st.sampled_from(toetsen_voor(vraag.soort)))
    if toets == Toets.BEANTWOORD:
        return Regel(vraag.id, toets)
    if toets in NUMBER:
        most = 3 if vraag.soort == Soort.GETAL else 6
        return Regel(vraag.id, toets, (str(draw(st.integers(0, most))),))
    values = sorted({str(one) for answer in every_answer(vraag) for one in _values(answer)})
    chosen = draw(st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True))
    return Regel(vraag.id, toets, tuple(chosen))


def _values(answer: Any) -> list[Any]:
    if answer is None:
        return []
    return answer if isinstance(answer, list) else [answer]


@st.composite
def surveys(draw: st.DrawFn, most: int = 4) -> Vragenlijst:
    """A few pages with some questions, each condition on what came before."""
    before: list[Vraag] = []
    stappen = []
    for place in range(draw(st.integers(1, 3))):
        als = draw(_condition(before))
        vragen = []
        for _ in range(draw(st.integers(1, 2))):
            if len(before) + len(vragen) < most:
                number = len(before) + len(vragen)
                vragen.append(draw(_question(number, [*before, *vragen])))
        before += vragen
        stappen.append(Stap(f"s{place}", als=als, vragen=tuple(vragen)))
    return Vragenlijst(tuple(stappen))


def answers_to(lijst: Vragenlijst) -> st.SearchStrategy[Antwoorden]:
    """Answers to some of it, right or wrong, and to a question that does not exist."""
    some = {vraag.id: st.sampled_from(every_answer(vraag)) for vraag in lijst.vragen()}
    some["weg"] = st.just("x")
    return st.fixed_dictionaries({}, optional=some).map(
        lambda found: {key: value for key, value in found.items() if value is not None}
    )
