"""The group 'Signalen' in the menu of the CMS; each room adds its item."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

_items: dict[str, Callable[[], MenuItem]] = {}


def register_item(name: str, item: Callable[[], MenuItem]) -> None:
    """Give the group one more item, that decides itself who sees it."""
    _items[name] = item


class SignalenMenu(Menu):
    """What rooms registered, asked when it is drawn: some register later than this is made."""

    @cached_property
    def registered_menu_items(self) -> list[MenuItem]:
        """Made once, at the first request."""
        return [make() for make in _items.values()]


def menu_group() -> MenuItem:
    """The group itself."""
    return SubmenuMenuItem(
        _("Signalen"), SignalenMenu(None), name="signalen", icon_name="comment", order=166
    )
