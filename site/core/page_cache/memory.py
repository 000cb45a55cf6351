"""What only a drop of everything can change, kept in the memory of this process.

The frame of a page (city, hub, menus, closed places) is the same on thousands of pages: read once,
and again when everything was dropped, in whatever process that happened. Without the page cache
nobody says what changed, and nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import transaction

from core.page_cache.generation import epoch

Value = TypeVar("Value")
MOST = 2000
"Things of one sort, in one process."


class Remembered(Generic[Value]):
    """Values of one sort by key. Only for what rows with the effect ALL decide."""

    def __init__(self) -> None:
        self._known: tuple[str, dict[Hashable, Value]] = ("", {})

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of this key; made, when it is not known or everything was dropped since.

        It is shared by all requests of the process: who changes it, changes a copy.
        """
        values = self._values()
        return make() if values is None else _value_in(values, key, make)

    def get_remembered(self, key: Hashable, make: Callable[[], Value]) -> Value | None:
        """The same; None, and nothing is made, where nothing is remembered here and now."""
        values = self._values()
        return None if values is None else _value_in(values, key, make)

    def known(self, key: Hashable) -> Value | None:
        """The value of this key, if it is there."""
        values = self._values()
        return None if values is None else values.get(key)

    def _values(self) -> dict[Hashable, Value] | None:
        """Those of now; None where nothing may be remembered."""
        now = epoch()
        if not now or transaction.get_connection().in_atomic_block:
            return None  # what is written here may still be taken back
        since, values = self._known
        if since != now or len(values) >= MOST:
            # Another thread may still fill the old one: it reads and writes its own.
            since, values = self._known = (now, {})
        return values


def _value_in(values: dict[Hashable, Value], key: Hashable, make: Callable[[], Value]) -> Value:
    if key not in values:
        values[key] = make()
    return values[key]
