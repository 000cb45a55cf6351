"""What was measured, as it was measured; and the little arithmetic that is done with it."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


class NoReferenceError(Exception):
    """A ratio without what it is compared with: there is nothing to report."""


class NotMeasuredError(Exception):
    """Our own figure is not there: a row that missed, and says why."""


@dataclass(frozen=True)
class Sample:
    """One measurement: of what, where (a database, a number of clients), and its numbers."""

    group: str
    what: str
    where: str
    numbers: dict[str, float]


@dataclass
class Run:
    """All samples of a run, and on what it ran."""

    about: dict[str, Any] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)

    def keep(self, group: str, what: str, where: str = "", **numbers: float) -> None:
        """Remember a measurement."""
        self.samples.append(Sample(group, what, where, numbers))

    def drop(self, group: str, what: str, why: str) -> None:
        """Forget what was measured of a target that went wrong, and remember why."""
        self.samples = [s for s in self.samples if (s.group, s.what) != (group, what)]
        self.missing[f"{group}: {what}"] = why

    def all(self, group: str, what: str, number: str, where: str = "") -> list[float]:
        """Every value of a number that was measured."""
        return [
            sample.numbers[number]
            for sample in self.samples
            if (sample.group, sample.what, sample.where) == (group, what, where)
            and number in sample.numbers
        ]

    def median(self, group: str, what: str, number: str, where: str = "") -> float:
        """The middle one."""
        values = self.all(group, what, number, where)
        if not values:
            why = self.missing.get(f"{group}: {what}") or self.missing.get(group)
            raise NotMeasuredError(why or f"{what} ({where}): {number}")
        return statistics.median(values)

    def ratio(self, group: str, what: str, than: str, number: str, where: str = "") -> float:
        """How many times the reference, of the same group and so of the same run."""
        try:
            reference = self.median(group, than, number, where)
        except NotMeasuredError as lack:
            raise NoReferenceError(f"{group}: {than}: {lack}") from lack
        return ratio(self.median(group, what, number, where), reference)

    def names(self, group: str, begin: str = "") -> list[str]:
        """What was measured in a group, in the order in which it came."""
        found = (s.what for s in self.samples if s.group == group and s.what.startswith(begin))
        return list(dict.fromkeys(found))

    def places(self, group: str) -> list[str]:
        """Where a group was measured, in the order in which it came."""
        return list(dict.fromkeys(s.where for s in self.samples if s.group == group))

    def write(self, path: Path) -> None:
        """Keep it all for who wants to look closer."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False))


def read(path: Path) -> Run:
    """A run that was kept."""
    found = json.loads(path.read_text())
    samples = [Sample(**sample) for sample in found["samples"]]
    return Run(found["about"], samples, found["missing"])


def ratio(value: float, reference: float) -> float:
    """How many times the reference."""
    if reference <= 0:
        raise NoReferenceError("the reference took nothing at all")
    return value / reference
