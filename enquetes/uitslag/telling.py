"""Counting answers: everything that figures are made of, as plain JSON (`Uitslag.tellingen`).

    {
        "aantal": 400,
        "kanalen": {"web": 300, "papier": 100},
        "vragen": {vraag: telling},
        "splitsingen": {splitser: {waarde: {"aantal": 80, "vragen": {vraag: telling}}}},
        "paren": {"splitser|splitser": {"waarde|waarde": {"aantal": 9, "vragen": {...}}}}
    }

`splitser` is the id of a question by which results may be split, `waarde` one of the answers to
it, or LEEG for who did not answer it. Pairs are of the first such question with each other one:
then whatever is shown of one pair fits with whatever is shown of another (`onthulling`).

What is counted of a question (`telling`) depends on its kind:

| kind | telling |
|---|---|
| keuze, ja_nee, buurt | {"n": 3, "cellen": {waarde: 2, …}} |
| keuzes | the same; the cells are people who chose it, together more than n |
| schaal, smileys | the same, and "som": of the numbers, "getallen": how many gave one |
| getal | {"n", "som", "getallen"} and the cells WEET_NIET and ONLEESBAAR |
| rangorde | cells: what was put first; "plaatsen": {optie: sum of its places, 1 is best} |
| matrix | {"n", "rijen": {rij: {"n", "cellen"}}} |
| datum | cells are years |
| postcode | cells are the four digits |
| kaart | cells are squares of a grid ("102_2045": `rooster`) |
| kort, lang, foto | {"n"}: how many answered |

`n` is how many people answered the question; WEET_NIET is an answer, ONLEESBAAR is not.
Counts of two sets of answers can be added (`add`): that is how they are kept up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeAlias

from enquetes.vragen import Vraag

Telling: TypeAlias = dict[str, Any]

LEEG: Final = "_leeg"
"Of a question to split by: did not answer it."
SPLITSERS: Final = 3
"By how many questions results are split at most: more makes groups too small to show."


def empty() -> Telling:
    """Nothing counted yet."""
    return {"aantal": 0, "kanalen": {}, "vragen": {}, "splitsingen": {}, "paren": {}}


def splitsers(vragen: Iterable[Vraag]) -> list[str]:
    """The ids of the questions by which results are split."""
    return [vraag.id for vraag in vragen if vraag.uitsplitsen][:SPLITSERS]


def paren(keys: Sequence[str]) -> list[tuple[str, str]]:
    """Which questions are combined: the first one with each other one."""
    return [(keys[0], other) for other in keys[1:]]


def is_split_as(tally: Telling, other: Telling) -> bool:
    """Whether these may be added: both are split by the same questions, or one holds nothing."""
    if not tally["aantal"] or not other["aantal"]:
        return True
    return all(tally[name].keys() == other[name].keys() for name in ("splitsingen", "paren"))


def add(tally: Telling, other: Telling) -> None:
    """Put what was counted of other people with it."""
    for key, value in other.items():
        if isinstance(value, dict):
            add(tally.setdefault(key, {}), value)
        else:
            tally[key] = tally.get(key, 0) + value
