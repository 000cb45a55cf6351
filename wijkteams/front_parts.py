"""Parts of a ward's front page that apps bring along, such as the last news."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from django.http import HttpRequest

if TYPE_CHECKING:
    from wijkteams.models import WijkPage

Part: TypeAlias = "Callable[[WijkPage, HttpRequest], dict[str, Any]]"

_PARTS: list[Part] = []


def register_front_part(part: Part) -> None:
    """Add what `part` returns to the context of every ward's front page."""
    if part not in _PARTS:
        _PARTS.append(part)


def front_parts(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """What the apps show on this front page."""
    context: dict[str, Any] = {}
    for part in _PARTS:
        context.update(part(page, request))
    return context
