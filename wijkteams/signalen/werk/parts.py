"""Where the rooms of signals put a part on the screen of one signal.

register_part("signalen/partners/deel.html", context_of, order=30)

`context_of(request, signaal)` gives the template's context, or None when there is nothing to show.
The template has `signaal`, `request` and what was given; it makes its own heading (h2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from django.http import HttpRequest

    from wijkteams.signalen.models import Signaal

Context: TypeAlias = "Callable[[HttpRequest, Signaal], dict[str, Any] | None]"


@dataclass(frozen=True)
class Part:
    """A panel of a room."""

    template: str
    context: Context
    order: int


@dataclass(frozen=True)
class Filled:
    """A panel with what it shows."""

    template: str
    context: dict[str, Any]


_parts: dict[str, Part] = {}


def register_part(template: str, context: Context, *, order: int = 50) -> None:
    """Show this on each signal; `context` decides whether, and reads only what the user may see."""
    _parts[template] = Part(template, context, order)


def parts_of(request: HttpRequest, signaal: Signaal) -> list[Filled]:
    """The parts that have something to show, in order."""
    found = []
    for part in sorted(_parts.values(), key=lambda one: (one.order, one.template)):
        context = part.context(request, signaal)
        if context is not None:
            found.append(Filled(part.template, {"signaal": signaal, **context}))
    return found
