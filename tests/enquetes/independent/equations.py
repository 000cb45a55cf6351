"""What follows from sums of unknown numbers, of which none is below zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

PRIME = (1 << 61) - 1
Unknown: TypeAlias = tuple[str, str, str, str]
"What is counted (question and row, or ''), which answer, and the part of each of two splits."
Sum: TypeAlias = dict[Unknown, int]


@dataclass
class Equations:
    """What is known, as sums of unknowns; brought to echelon form as they come in."""

    rows: dict[Unknown, tuple[Sum, int]] = field(default_factory=dict)
    plain: list[tuple[Sum, int]] = field(default_factory=list)

    def learn(self, terms: Sum, value: int) -> None:
        """One published figure."""
        self.plain.append((terms, value))
        rest, left = self._reduce(terms, value)
        if not rest:
            assert left % PRIME == 0, "published figures contradict each other"
            return
        lead = min(rest)
        inverse = pow(rest[lead], -1, PRIME)
        normal = {key: value * inverse % PRIME for key, value in rest.items()}
        self.rows[lead] = (normal, left * inverse % PRIME)

    def gives(self, terms: Sum) -> bool:
        """Whether what is known fixes this sum."""
        return not self._reduce(terms, 0)[0]

    def _reduce(self, terms: Sum, value: int) -> tuple[Sum, int]:
        rest = dict(terms)
        while True:
            lead = min((key for key in rest if key in self.rows), default=None)
            if lead is None:
                return rest, value
            factor = rest[lead]
            row, known = self.rows[lead]
            value -= factor * known
            for key, part in row.items():
                changed = (rest.get(key, 0) - factor * part) % PRIME
                if changed:
                    rest[key] = changed
                else:
                    rest.pop(key, None)


def bounds(known: Iterable[tuple[Sum, int]]) -> set[Unknown]:
    """The unknowns for which only one number is left: nothing is below zero."""
    sums = [(terms, value) for terms, value in known if set(terms.values()) == {1}]
    low: dict[Unknown, int] = defaultdict(int)
    high: dict[Unknown, int] = {}
    changed = True
    while changed:
        changed = False
        for terms, value in sums:
            changed |= _tighten(terms, value, low, high)
    return {key for key, top in high.items() if low[key] == top}


def _tighten(terms: Sum, value: int, low: dict[Unknown, int], high: dict[Unknown, int]) -> bool:
    least = sum(low[key] for key in terms)
    most = sum(high[key] for key in terms) if all(key in high for key in terms) else None
    changed = False
    for key in terms:
        top = value - least + low[key]
        if top < high.get(key, top + 1):
            high[key], changed = top, True
        if most is not None and (bottom := value - most + high[key]) > low[key]:
            low[key], changed = bottom, True
            break
    return changed
