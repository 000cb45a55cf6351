"""Places that go first in what was found: somebody in a ward looks for what is in that ward.

An app says what `?<name>=` means; core knows no wards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict

LONGEST = 100


@dataclass(frozen=True)
class Scope:
    """A part of the site."""

    name: str
    value: str
    title: str
    mark: str
    "The mark of its pages in the index: their `search_marks`."
    paths: tuple[str, ...]
    "Where its pages stand in the tree; one place for each language."

    def holds(self, path: str) -> bool:
        """Whether a page at this place belongs to it."""
        return path.startswith(self.paths)


Resolve = Callable[[str], Scope | None]
_SCOPES: dict[str, Resolve] = {}


def register_scope(name: str, resolve: Resolve) -> None:
    """Let `?<name>=<value>` put a part of the site first."""
    _SCOPES[name] = resolve


def scope_of(asked: QueryDict) -> Scope | None:
    """The part of the site that goes first; None when none is asked for, or it is not there."""
    for name, resolve in _SCOPES.items():
        value = asked.get(name, "")
        if value and len(value) <= LONGEST and value.isprintable():
            return resolve(value)
    return None
