"""Which of the pages that were found everybody may read."""

from __future__ import annotations

from collections.abc import Iterable

from core.closed import known_closed_places
from core.search.matches import Match
from core.tree import places


def readable(matches: Iterable[Match]) -> list[Match]:
    """Those that stand neither at nor below a page that is not for everybody.

    Wagtail's `public()` adds a condition per private page to the question, and SQLite refuses more
    than a thousand. Here their places are read, and each page's ancestors looked up among them.
    """
    found = list(matches)
    if not found:
        return []
    closed = known_closed_places()
    return [match for match in found if closed.isdisjoint(places(match.path))]
