"""Hiding in one table of everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def hidden_in_line(cells: Mapping[str, int], drempel: int) -> set[str]:
    """Which cells of a line with a known sum are hidden: small ones (nobody is small too), and
    others, smallest first, until at least two are, which are together large enough.
    """
    return _with_company(cells, {key for key, value in cells.items() if value < drempel}, drempel)


def hidden_choices(cells: Mapping[str, int], n: int, drempel: int) -> set[str]:
    """The same when several could be chosen: who did not choose something is a number too."""
    small = {key for key, value in cells.items() if min(value, n - value) < drempel}
    return _with_company(cells, small, drempel)


def _with_company(cells: Mapping[str, int], hidden: set[str], drempel: int) -> set[str]:
    if not hidden:
        return hidden
    rest = sorted((value, key) for key, value in cells.items() if key not in hidden)
    for _value, key in rest:
        if len(hidden) > 1 and total(cells, hidden) >= drempel:
            break
        hidden.add(key)
    return hidden


def total(cells: Mapping[str, int], keys: Iterable[str]) -> int:
    """How many are in these cells together."""
    return sum(cells.get(key, 0) for key in keys)
