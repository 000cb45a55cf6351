"""A row of the report: what was measured, beside what was promised."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.bench.samples import NotMeasuredError


@dataclass(frozen=True)
class AtMost:
    """A target that a value must not pass."""

    limit: float
    sign = "≤"

    def held(self, value: float) -> bool:
        return value <= self.limit


@dataclass(frozen=True)
class AtLeast:
    """A target that a value must reach."""

    limit: float
    sign = "≥"

    def held(self, value: float) -> bool:
        return value >= self.limit


Target = AtMost | AtLeast


@dataclass(frozen=True)
class Row:
    """`value` is None when it could not be measured: then `note` says why, and the row missed."""

    job: str
    value: float | None
    unit: str = ""
    target: Target | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """In a word; nothing for what has no target."""
        if self.target is None:
            return "" if self.value is not None else "niet gemeten"
        if self.value is None:
            return "**niet gemeten**"
        return "gehaald" if self.target.held(self.value) else "**gemist**"


def row(
    job: str,
    value: Callable[[], float],
    target: Target | None = None,
    unit: str = "",
    note: str | Callable[[], str] = "",
) -> Row:
    """A row; what cannot be measured is a row too. A lacking reference stops the report."""
    try:
        found: float | None = value()
        text = note() if callable(note) else note
    except NotMeasuredError as lack:
        found, text = None, str(lack)
    return Row(job, found, unit, target, text)


def number(value: float | None, unit: str = "") -> str:
    """As people write it: 1.234 and 0,45."""
    if value is None:
        return "–"
    size = abs(value)
    digits = 0 if size >= 100 or value == int(value) else 1 if size >= 10 else 2
    text = f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{text} {unit}".strip() if unit != "×" else f"{text}×"
