"""Counting answers one by one, into what `telling` describes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from enquetes.uitslag.rooster import square_of
from enquetes.uitslag.telling import LEEG, Telling, empty, paren, splitsers
from enquetes.vragen import Soort, Vraag
from enquetes.vragen.antwoord import ONLEESBAAR, WEET_NIET, Antwoorden

Path: TypeAlias = tuple[str, ...]
COUNTED: Final[Path] = ("aantal",)
ONLY_THAT: Final = frozenset({Soort.KORT, Soort.LANG, Soort.FOTO})
"Kinds of which only is counted that somebody answered."
AT_ONCE: Final = 5000
"So many people wait to be added up: what they have in memory has an end."


class Teller:
    """Counts answers one by one; `tally` gives what they add up to.

    Most people give one of a few answers. So each different answer gets a number; of people who
    are in the same parts of everybody is counted how often each number occurs, and only then it
    is worked out what that adds to everybody, to the parts and to the pairs: a survey of 40
    questions has thousands of numbers, in hundreds of groups.
    """

    def __init__(self, vragen: Sequence[Vraag]) -> None:
        self._vragen = vragen
        self._keys = splitsers(vragen)
        self._places: dict[Path, int] = {COUNTED: 0}
        self._groups: dict[Path, dict[int, float]] = {}
        self._kanalen: dict[str, int] = {}
        self._begin()

    def _begin(self) -> None:
        self._people = 0
        self._known: dict[tuple[str, Any], int] = {}
        self._adds: list[list[tuple[int, float]]] = [[(0, 1)]]
        "What one answer adds, by its number; the first is that there is an answer at all."
        self._waiting: dict[Path, Counter[int]] = {}

    def count(self, kanaal: str, antwoorden: Antwoorden) -> None:
        """Add the answers of one person."""
        self._kanalen[kanaal] = self._kanalen.get(kanaal, 0) + 1
        place = tuple(_value(antwoorden, key) for key in self._keys)
        waiting = self._waiting.get(place)
        if waiting is None:
            waiting = self._waiting[place] = Counter()
        waiting.update(self._numbers(antwoorden))
        self._people += 1
        if self._people >= AT_ONCE:
            self._add_up()

    def _numbers(self, antwoorden: Antwoorden) -> list[int]:
        known, found = self._known, [0]
        for vraag in self._vragen:
            value = antwoorden.get(vraag.id)
            if not (value or value == 0) or value == ONLEESBAAR:
                continue
            key = vraag.id, _as_key(vraag, value)
            number = known.get(key)
            if number is None:
                number = known[key] = len(self._adds)
                self._adds.append(self._numbered(vraag, value))
            found.append(number)
        return found

    def _add_up(self) -> None:
        """Put all who wait with everybody, their parts and their pairs."""
        for values, waiting in self._waiting.items():
            added: dict[int, float] = {}
            for number, times in waiting.items():
                for place, one in self._adds[number]:
                    added[place] = added.get(place, 0) + one * times
            for group in self._parts_of(values):
                cells = self._groups.setdefault(group, {})
                for place, more in added.items():
                    cells[place] = cells.get(place, 0) + more
        self._begin()

    def tally(self) -> Telling:
        """What was counted, as it is kept."""
        self._add_up()
        made, paths = empty(), list(self._places)
        made["kanalen"] = dict(self._kanalen)
        for group, cells in self._groups.items():
            put = _inside(made, group)
            put.setdefault("vragen", {})
            for place, number in cells.items():
                path = paths[place]
                where = _inside(put["vragen"], path[:-1]) if place else put
                where[path[-1]] = number
        return made

    def _numbered(self, vraag: Vraag, value: Any) -> list[tuple[int, float]]:
        places = self._places
        return [
            (places.setdefault((vraag.id, *path), len(places)), number)
            for path, number in _bits(vraag, value)
        ]

    def _parts_of(self, values: Path) -> Iterator[Path]:
        yield ()
        value_of = dict(zip(self._keys, values, strict=True))
        for key, value in value_of.items():
            yield "splitsingen", key, value
        for one, other in paren(self._keys):
            yield "paren", f"{one}|{other}", f"{value_of[one]}|{value_of[other]}"


def _as_key(vraag: Vraag, value: Any) -> Any:
    """The same for answers that count the same; what people wrote is not held."""
    if vraag.soort in ONLY_THAT:
        return True
    if isinstance(value, list):
        return tuple(value)
    return tuple(value.items()) if isinstance(value, dict) else value


def _value(antwoorden: Antwoorden, key: str) -> str:
    value = antwoorden.get(key)
    return LEEG if value in (None, "", ONLEESBAAR) else str(value)


def _bits(vraag: Vraag, value: Any) -> Iterator[tuple[Path, float]]:
    """What one answer adds, and where in the `telling` of its question."""
    if vraag.soort == Soort.MATRIX:
        yield from _bits_of_rows(value)
        return
    yield ("n",), 1
    if vraag.soort in ONLY_THAT:
        return
    for key in _cells(vraag, value):
        yield ("cellen", key), 1
    if vraag.soort in (Soort.SCHAAL, Soort.SMILEYS, Soort.GETAL) and value != WEET_NIET:
        yield ("som",), value
        yield ("getallen",), 1
    if vraag.soort == Soort.RANGORDE:
        for place, key in enumerate(value, start=1):
            yield ("plaatsen", key), place


def _bits_of_rows(value: Mapping[str, Any]) -> Iterator[tuple[Path, float]]:
    rows = {row: column for row, column in value.items() if column not in ("", ONLEESBAAR)}
    if rows:
        yield ("n",), 1
    for row, column in rows.items():
        yield ("rijen", row, "n"), 1
        yield ("rijen", row, "cellen", str(column)), 1


def _inside(tally: Telling, path: Path) -> Telling:
    for key in path:
        tally = tally.setdefault(key, {})
    return tally


def _cells(vraag: Vraag, value: Any) -> Iterator[str]:
    """In which cells an answer is counted."""
    if value == WEET_NIET:
        yield WEET_NIET
        return
    match vraag.soort:
        case Soort.KEUZES:
            yield from (str(one) for one in dict.fromkeys(value))
        case Soort.RANGORDE:
            yield str(value[0])
        case Soort.DATUM | Soort.POSTCODE:
            yield str(value)[:4]
        case Soort.KAART:
            yield square_of(value)
        case Soort.GETAL:
            return
        case _:
            yield str(value)
