"""By which parts results may be seen: the same for all questions of a survey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from enquetes.uitslag.onthulling.columns import together
from enquetes.uitslag.onthulling.table import Zicht
from enquetes.uitslag.tabellen import Tabel
from enquetes.uitslag.telling import LEEG, Telling

Groups: TypeAlias = Mapping[str, Mapping[str, Any]]
Worth: TypeAlias = Callable[[Sequence[Telling]], int]
"How much there is to see when these groups are the columns."


@dataclass(frozen=True)
class Deling:
    """The parts by one question: those that may be chosen, and those that hide together."""

    splitser: Tabel
    groups: Groups
    shown: tuple[str, ...]
    "Largest first."

    @property
    def key(self) -> str:
        return self.splitser.key

    @cached_property
    def hidden(self) -> tuple[str, ...]:
        """The parts that are not shown; who did not answer is one when there are any."""
        keys = [optie.id for optie in self.splitser.cellen if optie.id not in self.shown]
        nobody = self.groups.get(LEEG, {}).get("aantal", 0) == 0
        return tuple(keys) if nobody else (*keys, LEEG)

    @cached_property
    def columns(self) -> list[Telling]:
        """The groups that are shown, and what is left."""
        shown = [together([self.groups[key]]) for key in self.shown]
        rest = together(self.groups[key] for key in self.hidden if key in self.groups)
        return [*shown, rest] if self.hidden else shown


def divide(
    splitser: Tabel, zicht: Zicht, groups: Groups, least: int, worth: Worth
) -> Deling | None:
    """The parts by a question that show the most; None when there is nothing safe to show.

    What its own table hides is no part, and never is one part alone left out.
    """
    if zicht.reden:
        return None
    keys = [
        optie.id
        for optie in splitser.cellen
        if optie.id not in zicht.hidden and groups.get(optie.id, {}).get("aantal", 0) >= least
    ]
    keys.sort(key=lambda key: (-groups[key]["aantal"], key))
    options = [Deling(splitser, groups, tuple(keys[:size])) for size in range(len(keys), 0, -1)]
    safe = [one for one in options if len(one.hidden) != 1 and len(one.columns) > 1]
    return _best(safe, lambda one: len(one.shown) * worth(one.columns))


@dataclass(frozen=True)
class Kruising:
    """Pairs of parts that may be chosen: some of the one by some of the other."""

    one: Deling
    other: Deling
    groups: Groups
    rows: tuple[str, ...]
    cols: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.one.key, self.other.key

    def is_safe(self) -> bool:
        """Never is one part alone left out of a line."""
        return 1 not in (len(self._left(0)), len(self._left(1)))

    def _left(self, side: int) -> list[str]:
        deling, kept = ((self.one, self.rows), (self.other, self.cols))[side]
        return [key for key in (*deling.shown, *deling.hidden) if key not in kept]

    @cached_property
    def columns(self) -> list[Telling]:
        """The pairs that are shown, and all that follows from them by subtracting."""
        return [
            together(self._groups(rows, cols))
            for rows in _lines(self.rows, self._left(0))
            for cols in _lines(self.cols, self._left(1))
        ]

    def _groups(self, rows: Iterable[str], cols: Iterable[str]) -> list[Mapping[str, Any]]:
        keys = [f"{row}|{col}" for row in rows for col in cols]
        return [self.groups[key] for key in keys if key in self.groups]


def cross(one: Deling, other: Deling, groups: Groups, worth: Worth) -> Kruising | None:
    """The pairs that show the most: from the smallest part on, lines are left out."""
    tried, rows, cols = [], one.shown, other.shown
    while rows and cols:
        tried.append(Kruising(one, other, groups, rows, cols))
        if len(cols) == 1 or (len(rows) > 1 and _last(one, rows) <= _last(other, cols)):
            rows = rows[:-1]
        else:
            cols = cols[:-1]
    safe = [each for each in tried if each.is_safe() and len(each.columns) > 1]
    return _best(safe, lambda each: len(each.rows) * len(each.cols) * worth(each.columns))


def _lines(kept: Iterable[str], left: Sequence[str]) -> list[Sequence[str]]:
    lines: list[Sequence[str]] = [[key] for key in kept]
    return [*lines, left] if left else lines


def _last(deling: Deling, kept: Sequence[str]) -> int:
    return int(deling.groups[kept[-1]]["aantal"])


def _best(options: Sequence[Any], value: Callable[[Any], int]) -> Any:
    scored = [(value(one), -at, one) for at, one in enumerate(options)]
    best = max(scored, key=lambda one: one[:2], default=(0, 0, None))
    return best[2] if best[0] > 0 else None
