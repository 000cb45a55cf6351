"""The group 'Initiatieven' in the menu of the CMS; each room may add an item."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from django.http import HttpRequest

_items: dict[str, Callable[[], MenuItem]] = {}


class ForWhoMay(MenuItem):
    """Shown to who may do `action` somewhere: ForWhoMay(ADD, label, url, …)."""

    def __init__(self, action: str, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.action = action

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", self.action)  # type: ignore[arg-type]


def register_item(name: str, item: Callable[[], MenuItem]) -> None:
    """Give the group one more item, that decides itself who sees it."""
    _items[name] = item


class InitiatievenMenu(Menu):
    """What rooms registered, asked when it is drawn: some register later than this is made."""

    @cached_property
    def registered_menu_items(self) -> list[MenuItem]:
        """Made once, at the first request."""
        return [make() for make in _items.values()]


def menu_group() -> MenuItem:
    """The group itself."""
    return SubmenuMenuItem(
        _("Initiatieven"),
        InitiatievenMenu(None),
        name="initiatieven",
        icon_name="group",
        order=167,
    )
