"""All pictures of a story in one query, where Wagtail asks once for each kind of block."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from wagtail.images import get_image_model


@dataclass(frozen=True)
class AtHand:
    """What was asked for beforehand, and what of it exists."""

    asked: frozenset[int]
    found: dict[int, Any]


_AT_HAND: ContextVar[AtHand | None] = ContextVar("pictures_at_hand", default=None)


@contextmanager
def pictures_at_hand(raw: Any) -> Iterator[None]:
    """Fetch the pictures that stored blocks name, for the blocks that are read within."""
    asked = frozenset(_picture_keys(raw))
    found = get_image_model().objects.in_bulk(asked) if asked else {}
    token = _AT_HAND.set(AtHand(asked, found))
    try:
        yield
    finally:
        _AT_HAND.reset(token)


def fetched(keys: set[int]) -> dict[int, Any] | None:
    """These pictures, as far as they exist; None unless all of them were asked for."""
    at_hand = _AT_HAND.get()
    return at_hand.found if at_hand is not None and keys <= at_hand.asked else None


def _picture_keys(raw: Any) -> Iterator[int]:
    """The numbers under the name 'image', however deep."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            if name == "image" and isinstance(value, int):
                yield value
            else:
                yield from _picture_keys(value)
    elif isinstance(raw, list):
        for value in raw:
            yield from _picture_keys(value)
