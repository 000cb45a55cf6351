"""Where the rooms of signals say what can be done with one signal, or with the chosen ones.

register_action("doorsturen", _("Stuur door"), "partners:doorsturen", "signaal.change",
                shown=lambda signaal: not signaal.is_gesloten)
register_bulk_action("thema", _("Maak er een thema van"), "themas:maken", "signaal.change")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.urls import reverse

from wijkteams.membership import membership_of
from wijkteams.row_access import may

if TYPE_CHECKING:
    from wijkteams.signalen.models import Signaal

Shown: TypeAlias = "Callable[[Signaal], bool]"


@dataclass(frozen=True)
class Action:
    """A screen about one signal."""

    name: str
    label: Any
    url_name: str
    "Reversed with the pk of the `Signaal`."
    action_right: str
    "On rows of its ward, of `wijkteams.roles`."
    shown: Shown
    icon: str
    order: int


@dataclass(frozen=True)
class BulkAction:
    """A screen for the signals that were ticked in the queue."""

    name: str
    label: Any
    url_name: str
    "Reversed without arguments, and opened by GET with `?pk=1&pk=2`: it asks before it does."
    action_right: str
    order: int

    @property
    def url(self) -> str:
        """Where the form of the queue goes."""
        return reverse(self.url_name)


@dataclass(frozen=True)
class Button:
    """An action on one signal, as a link."""

    name: str
    label: Any
    url: str
    icon: str


_actions: dict[str, Action] = {}
_bulk: dict[str, BulkAction] = {}


def _always(signaal: Signaal) -> bool:
    return True


def register_action(
    name: str,
    label: Any,
    url_name: str,
    action_right: str,
    shown: Shown = _always,
    *,
    icon: str = "arrow-right",
    order: int = 50,
) -> None:
    """Give each signal a button to this screen, for who may do `action_right` in its ward."""
    _actions[name] = Action(name, label, url_name, action_right, shown, icon, order)


def register_bulk_action(
    name: str, label: Any, url_name: str, action_right: str, *, order: int = 50
) -> None:
    """Give the queue a button for the ticked signals.

    The screen must ask again which of them the user may see and change: `chosen.chosen_signals`.
    """
    _bulk[name] = BulkAction(name, label, url_name, action_right, order)


def buttons_for(user: Any, signaal: Signaal) -> list[Button]:
    """What this user can do with a signal, in order."""
    return [
        Button(one.name, one.label, reverse(one.url_name, args=[signaal.pk]), one.icon)
        for one in sorted(_actions.values(), key=lambda one: (one.order, one.name))
        if may(user, signaal.wijk_id, one.action_right) and one.shown(signaal)
    ]


def bulk_actions_for(user: Any) -> list[BulkAction]:
    """What this user can do with many at once, in any ward."""
    membership = membership_of(user)
    found = [one for one in _bulk.values() if membership.may("rows", one.action_right)]
    return sorted(found, key=lambda one: (one.order, one.name))
