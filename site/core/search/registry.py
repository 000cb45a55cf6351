"""Which kinds of pages can be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page


@dataclass(frozen=True)
class Findable:
    """A type of page, and how one of it becomes an item of a list (in a language, "" = own)."""

    model: type[Page]
    as_item: Callable[[Any, str], Any]
    related: tuple[str, ...] = ()

    @property
    def accessor(self) -> str:
        """The name under which a Page knows its row of this type."""
        return str(self.model._meta.model_name)


_FINDABLES: dict[type[Page], Findable] = {}


def register_findable(
    model: type[Page], as_item: Callable[[Any, str], Any], related: tuple[str, ...] = ()
) -> None:
    """Let pages of this type be found. `related` is fetched along, in the same query."""
    _FINDABLES[model] = Findable(model, as_item, related)


def findables() -> list[Findable]:
    """All types that can be found."""
    return list(_FINDABLES.values())
