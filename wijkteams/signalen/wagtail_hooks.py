"""What Wagtail must know of signals. Registration only; each room has a `hooks` of its own."""

from __future__ import annotations

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.signalen.attenderen import hooks as alert_hooks
from wijkteams.signalen.nazorg import hooks as nazorg_hooks
from wijkteams.signalen.open311 import hooks as open311_hooks
from wijkteams.signalen.partners import hooks as partner_hooks
from wijkteams.signalen.themas import hooks as theme_hooks
from wijkteams.signalen.werk import hooks as work_hooks
from wijkteams.signalen.werk.menu import menu_group

__all__ = [
    "alert_hooks",
    "nazorg_hooks",
    "open311_hooks",
    "partner_hooks",
    "theme_hooks",
    "work_hooks",
]


@hooks.register("register_admin_menu_item")
def signals_menu() -> MenuItem:
    return menu_group()
