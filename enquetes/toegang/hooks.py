"""Sending out and keeping in the CMS: addresses, the item in the menu, buttons. Registration."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from enquetes.beheer.menu import register_item, register_screen
from enquetes.models import Toegang
from enquetes.toegang.beheer.access import INVITE, MEMBERS, VIEW
from wijkteams.membership import membership_of


class PanelItem(MenuItem):
    """Shown to who may see a panel somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", MEMBERS)  # type: ignore[arg-type]


def panel_item() -> MenuItem:
    """Who is in the panel."""
    return PanelItem(
        _("Bewonerspanel"),
        reverse_lazy("toegang:leden"),
        name="bewonerspanel",
        icon_name="group",
        order=60,
    )


register_item("bewonerspanel", panel_item)
register_screen(
    "huiscodes",
    _("Huiscodes"),
    "toegang:codes",
    INVITE,
    icon="key",
    order=30,
    matters=lambda enquete: enquete.toegang == Toegang.HUISCODE,
)
register_screen(
    "panel",
    _("Panel uitnodigen"),
    "toegang:panel",
    INVITE,
    icon="mail",
    order=30,
    matters=lambda enquete: enquete.toegang == Toegang.PANEL,
)
register_screen(
    "bewaren", _("Hoe lang we bewaren"), "toegang:bewaren", VIEW, icon="history", order=90
)


@hooks.register("register_admin_urls")
def access_urls() -> list[URLResolver]:
    return [path("enquetes/toegang/", include("enquetes.toegang.beheer.urls"))]
