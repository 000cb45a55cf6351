"""People who answer a demo survey: by chance, but the same in every run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from enquetes.demo.quotes import Quotes
from enquetes.vragen import Soort, Vraag, Vragenlijst
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET, Antwoorden, anders_key
from enquetes.vragen.pad import klopt

CHANCE = 0.94
"That somebody answers a question that need not be answered."


@dataclass
class People:
    """Who answers, and how the file says that people of this ward think."""

    vragenlijst: Vragenlijst
    buurten: list[str]
    words: dict[str, dict[str, Any]]
    "What the file says of a question, by its id."
    quotes: Quotes
    random: Random
    points: list[list[float]] = field(default_factory=list)

    def answer(self) -> Antwoorden:
        """One of them, who sees only what they may see."""
        known: Antwoorden = {}
        for stap in self.vragenlijst.stappen:
            if klopt(stap.als, known):
                for vraag in stap.vragen:
                    if vraag.is_vraag and klopt(vraag.als, known):
                        self._answer(vraag, known)
        return known

    def _answer(self, vraag: Vraag, known: Antwoorden) -> None:
        kans = 1 if vraag.verplicht else self.words[vraag.id].get("kans", CHANCE)
        if self.random.random() >= kans:
            return
        value = _KINDS[vraag.soort](self, vraag)
        if value is None:
            return
        known[vraag.id] = value
        if ANDERS in (value if isinstance(value, list) else [value]):
            text = self.quotes.next(anders_key(vraag.id))
            known[anders_key(vraag.id)] = text or "Iets anders"

    def weights(self, vraag: Vraag, count: int) -> list[float]:
        """How many choose each; what is not said is chosen as often as the others."""
        said = self.words[vraag.id].get("gewicht", [])
        return [*said, *[4.0] * count][:count]


def _choice(people: People, vraag: Vraag) -> str:
    keys = [optie.id for optie in vraag.opties]
    keys += [ANDERS] * vraag.anders + [WEET_NIET] * vraag.weet_niet
    return people.random.choices(keys, people.weights(vraag, len(keys)))[0]


def _choices(people: People, vraag: Vraag) -> list[str]:
    keys = [optie.id for optie in vraag.opties] + [ANDERS] * vraag.anders
    weights = people.weights(vraag, len(keys))
    most = max(weights)
    chosen = [
        key
        for key, weight in zip(keys, weights, strict=True)
        if people.random.random() < 0.7 * weight / most
    ]
    chosen = chosen or [keys[0]]
    return chosen[: int(vraag.maximum)] if vraag.maximum else chosen


def _yes_or_no(people: People, vraag: Vraag) -> str:
    keys = [JA, NEE] + [WEET_NIET] * vraag.weet_niet
    return people.random.choices(keys, people.weights(vraag, len(keys)))[0]


def _scale(people: People, vraag: Vraag) -> int:
    count = int(vraag.maximum or 5)
    return people.random.choices(range(1, count + 1), people.weights(vraag, count))[0]


def _ranking(people: People, vraag: Vraag) -> list[str]:
    keys = [optie.id for optie in vraag.opties]
    weights = people.weights(vraag, len(keys))
    order = sorted(
        zip(weights, keys, strict=True), key=lambda one: -one[0] * people.random.random()
    )
    return [key for _weight, key in order]


def _table(people: People, vraag: Vraag) -> dict[str, str]:
    keys = [optie.id for optie in vraag.opties]
    weights = people.weights(vraag, len(keys))
    return {rij.id: people.random.choices(keys, weights)[0] for rij in vraag.rijen}


def _number(people: People, vraag: Vraag) -> int:
    return people.random.randint(int(vraag.minimum or 0), int(vraag.maximum or 10))


def _buurt(people: People, vraag: Vraag) -> str:
    keys = [*people.buurten, BUITEN]
    return people.random.choices(keys, people.weights(vraag, len(keys)))[0]


def _text(people: People, vraag: Vraag) -> str | None:
    return people.quotes.next(vraag.id)


def _point(people: People, vraag: Vraag) -> list[float] | None:
    """Near a place that people think of."""
    if not people.points:
        return None
    east, north = people.random.choice(people.points)
    apart = people.random.gauss
    return [round(east + apart(0, 0.0008), 5), round(north + apart(0, 0.0005), 5)]


_KINDS: dict[str, Callable[[People, Vraag], Any]] = {
    Soort.KEUZE: _choice,
    Soort.KEUZES: _choices,
    Soort.JA_NEE: _yes_or_no,
    Soort.SCHAAL: _scale,
    Soort.SMILEYS: _scale,
    Soort.RANGORDE: _ranking,
    Soort.MATRIX: _table,
    Soort.GETAL: _number,
    Soort.BUURT: _buurt,
    Soort.KORT: _text,
    Soort.LANG: _text,
    Soort.KAART: _point,
}
