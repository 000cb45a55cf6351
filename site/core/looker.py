"""Who looks at the CMS while an answer is made, for what shows different people different words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_looker: ContextVar[Any] = ContextVar("looker", default=None)


@contextmanager
def looking(user: Any) -> Iterator[None]:
    """Within this, `looker()` is this user."""
    token = _looker.set(user)
    try:
        yield
    finally:
        _looker.reset(token)


def looker() -> Any:
    """The user who looks; None outside the CMS, as in mail and in background work."""
    return _looker.get()
