"""What follows from published numbers: exact, with whole numbers only.

A published number is a sum over kinds of people ('said yes and lives in Noord'); a fact names the
kinds in that sum. Something follows from facts when it can be made of them by adding, subtracting
and multiplying: when its row is in the space that their rows span. The numbers themselves do not
matter, so nothing is missed by rounding.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from math import gcd
from typing import TypeAlias

Row: TypeAlias = Mapping[Hashable, int]


class Known:
    """All that follows from some facts."""

    def __init__(self, facts: Iterable[Row] = ()) -> None:
        self._rows: dict[Hashable, dict[Hashable, int]] = {}
        for fact in facts:
            self.learn(fact)

    def learn(self, fact: Row) -> bool:
        """One more number is known; whether it did not follow already."""
        left = self._reduced(fact)
        if not left:
            return False
        self._rows[next(iter(left))] = left
        return True

    def tells(self, wanted: Row) -> bool:
        """Whether this number follows."""
        return not self._reduced(wanted)

    def _reduced(self, row: Row) -> dict[Hashable, int]:
        left = {key: value for key, value in row.items() if value}
        done: set[Hashable] = set()
        while True:
            pivot = next((key for key in left if key not in done and key in self._rows), None)
            if pivot is None:
                return left
            left = _minus(left, self._rows[pivot], pivot)
            done.add(pivot)


def _minus(row: Row, other: Row, pivot: Hashable) -> dict[Hashable, int]:
    """The row without its pivot: a multiple of the other taken off, divided by what is common."""
    one, two = other[pivot], row[pivot]
    keys = dict.fromkeys((*row, *other))
    made = {key: row.get(key, 0) * one - other.get(key, 0) * two for key in keys}
    made = {key: value for key, value in made.items() if value}
    common = gcd(*made.values()) if made else 1
    return {key: value // common for key, value in made.items()}
