"""What Wagtail must know of surveys. Registration only; each room has a `hooks` of its own."""

from __future__ import annotations

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from enquetes.beheer import hooks as making_hooks
from enquetes.beheer.menu import menu_group
from enquetes.overzicht import hooks as response_hooks
from enquetes.papier import hooks as paper_hooks
from enquetes.toegang import hooks as access_hooks
from enquetes.uitslag import hooks as result_hooks
from enquetes.uitvoer import hooks as export_hooks

__all__ = [
    "access_hooks",
    "export_hooks",
    "making_hooks",
    "paper_hooks",
    "response_hooks",
    "result_hooks",
]


@hooks.register("register_admin_menu_item")
def surveys_menu() -> MenuItem:
    return menu_group()
