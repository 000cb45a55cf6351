"""A folder that is full, gone or not ours: the site goes on without, and says so once."""

from __future__ import annotations

import logging

logger = logging.getLogger(__name__)

_told: set[str] = set()


def tell(doing: str, error: OSError) -> None:
    """One line in the log for each thing that went wrong, until it goes well again."""
    if doing not in _told:
        _told.add(doing)
        logger.error("The page cache cannot %s: %s", doing, error)


def is_well(doing: str) -> None:
    """The next time that it goes wrong is news again."""
    _told.discard(doing)
