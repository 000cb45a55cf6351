"""Keys in the CMS. Registration only."""

from __future__ import annotations

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.signalen.open311.screens import Open311SleutelViewSet
from wijkteams.signalen.werk.menu import register_item

SLEUTELS = Open311SleutelViewSet()


@hooks.register("register_admin_viewset")
def register_key_screens() -> Open311SleutelViewSet:
    return SLEUTELS


def keys_item() -> MenuItem:
    """To who may make keys."""
    item: MenuItem = SLEUTELS.get_menu_item(order=80)
    return item


register_item("sleutels", keys_item)
