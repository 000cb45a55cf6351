"""What the answer that is being made depends on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from core.page_cache.day import today


def _midnight() -> float:
    """The next one in the city: 'vandaag' and 'morgen' mean something else after it."""
    return today().ends


@dataclass
class Dependencies:
    """Of one answer."""

    keys: set[str] = field(default_factory=set)
    until: float = field(default_factory=_midnight)
    refusals: list[str] = field(default_factory=list)


_current: ContextVar[Dependencies | None] = ContextVar("page_cache_dependencies", default=None)


@contextmanager
def dependencies() -> Iterator[Dependencies]:
    """Collect what is said while an answer is made."""
    found = Dependencies()
    token = _current.set(found)
    try:
        yield found
    finally:
        _current.reset(token)


def shows(*keys: str) -> None:
    """Say that the answer being made depends on these keys."""
    current = _current.get()
    if current is not None:
        current.keys.update(keys)


def valid_until(moment: datetime) -> None:
    """Say that the answer being made is right until then; the earliest moment wins."""
    current = _current.get()
    if current is not None:
        current.until = min(current.until, moment.timestamp())


def never(reason: str) -> None:
    """Say that the answer being made may not be kept."""
    current = _current.get()
    if current is not None:
        current.refusals.append(reason)
