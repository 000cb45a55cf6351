"""Which kinds of pages can be found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True)
class Findable:
    """A type of page, and how one of it becomes an item of a list (in a language, "" = own)."""

    model: type[Page]
    as_item: Callable[[Any, str], Any]
    related: tuple[str, ...] = ()
    along: Mapping[str, Callable[[], Any]] = field(default_factory=dict)
    "What the database works out of each page, by the name that it gets on the page."
    by_name: bool = False
    "Whether it is looked for by its name, and may be old: it is found among any number of news."

    @property
    def accessor(self) -> str:
        """The name under which a Page knows its row of this type."""
        return str(self.model._meta.model_name)


_FINDABLES: dict[type[Page], Findable] = {}


def register_findable(
    model: type[Page],
    as_item: Callable[[Any, str], Any],
    related: tuple[str, ...] = (),
    *,
    along: Mapping[str, Callable[[], Any]] | None = None,
    by_name: bool = False,
) -> None:
    """Let pages of this type be found. `related` and `along` are read in the same query."""
    _FINDABLES[model] = Findable(model, as_item, related, along or {}, by_name)


def findables() -> list[Findable]:
    """All types that can be found."""
    return list(_FINDABLES.values())
