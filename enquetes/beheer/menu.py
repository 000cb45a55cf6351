"""Where the rooms of surveys say which screens they have: at a survey, and in the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from wijkteams.row_access import may

if TYPE_CHECKING:
    from enquetes.models import Enquete

Matters: TypeAlias = "Callable[[Enquete], bool]"


@dataclass(frozen=True)
class Screen:
    """Something that a team can do with one survey."""

    name: str
    label: Any
    url_name: str
    "Reversed with the pk of the `Enquete`."
    action: str
    "On rows, of `wijkteams.roles`."
    icon: str = "arrow-right"
    order: int = 50
    matters: Matters | None = None
    "Whether it makes sense for this survey; always without."


@dataclass(frozen=True)
class Button:
    """A screen of one survey, as a link."""

    label: Any
    url: str
    icon: str


_screens: dict[str, Screen] = {}
_items: dict[str, Callable[[], MenuItem]] = {}


def register_screen(
    name: str,
    label: Any,
    url_name: str,
    action: str,
    *,
    icon: str = "arrow-right",
    order: int = 50,
    matters: Matters | None = None,
) -> None:
    """Give each survey a button to this screen, for who may do `action` in its ward.

    `url_name` takes the pk of the `Enquete` as its only argument.
    """
    _screens[name] = Screen(name, label, url_name, action, icon, order, matters)


def register_item(name: str, item: Callable[[], MenuItem]) -> None:
    """Give the menu 'Enquêtes' one more item, that decides itself who sees it."""
    _items[name] = item


def buttons_for(user: Any, enquete: Enquete | None) -> list[Button]:
    """What this user can do with a survey; nothing yet with one that was never published."""
    if enquete is None:
        return []
    return [
        Button(screen.label, reverse(screen.url_name, args=[enquete.pk]), screen.icon)
        for screen in sorted(_screens.values(), key=lambda one: (one.order, one.name))
        if may(user, enquete.wijk_id, screen.action)
        and (screen.matters is None or screen.matters(enquete))
    ]


class EnquetesMenu(Menu):
    """What rooms registered, asked when it is drawn: some register later than this is made."""

    @cached_property
    def registered_menu_items(self) -> list[MenuItem]:
        """Made once, at the first request."""
        return [make() for make in _items.values()]


def menu_group() -> MenuItem:
    """The item 'Enquêtes' of the menu."""
    return SubmenuMenuItem(
        _("Enquêtes"),
        EnquetesMenu(None),
        name="enquetes",
        icon_name="clipboard-list",
        order=165,
    )
