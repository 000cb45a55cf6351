"""Why something about a sending cannot be done, in words for the volunteer."""

from __future__ import annotations


class SendingError(Exception):
    """Its text is for people."""


class NumberChangedError(SendingError):
    """There are other readers than the volunteer agreed to (requirement N7)."""

    def __init__(self, text: str, total: int) -> None:
        super().__init__(text)
        self.total = total
