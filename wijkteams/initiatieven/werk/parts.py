"""Where the rooms of initiatives put a part, or a button, on the screen of one initiative.

register_part("initiatieven/steun/deel.html", context_of, order=30)
register_button(_("Voeg samen"), "samenvoegen:samen", CHANGE, order=20)

`context_of(request, initiatief)` gives the template's context, or None when there is nothing to
show. The template has `initiatief`, `request` and what was given (as `part`); it makes its own
heading (h2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.urls import reverse

from wijkteams.row_access import may

if TYPE_CHECKING:
    from django.http import HttpRequest

    from wijkteams.initiatieven.models import Initiatief

Context: TypeAlias = "Callable[[HttpRequest, Initiatief], dict[str, Any] | None]"
Shown: TypeAlias = "Callable[[Initiatief], bool]"


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
    comes_first: bool
    "Above the next step: it waits for the team."


@dataclass(frozen=True)
class Action:
    """A screen about one initiative."""

    label: Any
    url_name: str
    "Reversed with the pk of the `Initiatief`."
    action: str
    "On rows of its ward, of `wijkteams.roles`."
    shown: Shown
    order: int


@dataclass(frozen=True)
class Button:
    """Such a screen, as a link."""

    label: Any
    url: str


URGENT = 20
"A part before this order waits for the team."

_parts: dict[str, Part] = {}
_actions: dict[str, Action] = {}


def register_part(template: str, context: Context, *, order: int = 50) -> None:
    """Show this on each initiative; `context` reads only what the user may see."""
    _parts[template] = Part(template, context, order)


def _always(initiatief: Initiatief) -> bool:
    return True


def register_button(
    label: Any, url_name: str, action: str, shown: Shown = _always, *, order: int = 50
) -> None:
    """Give each initiative a button to this screen, for who may do `action` in its ward."""
    _actions[url_name] = Action(label, url_name, action, shown, order)


def parts_of(request: HttpRequest, initiatief: Initiatief) -> list[Filled]:
    """The parts that have something to show, in order."""
    found = []
    for part in sorted(_parts.values(), key=lambda one: (one.order, one.template)):
        context = part.context(request, initiatief)
        if context is not None:
            shown = {"initiatief": initiatief, **context}
            found.append(Filled(part.template, shown, part.order < URGENT))
    return found


def buttons_of(user: Any, initiatief: Initiatief) -> list[Button]:
    """What this user can do with an initiative, in order."""
    return [
        Button(one.label, reverse(one.url_name, args=[initiatief.pk]))
        for one in sorted(_actions.values(), key=lambda one: (one.order, one.url_name))
        if may(user, initiatief.wijk_id, one.action) and one.shown(initiatief)
    ]
