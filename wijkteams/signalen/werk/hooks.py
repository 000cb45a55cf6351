"""The team's work in the CMS: addresses, the menu and what can be done with ticked signals."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.membership import membership_of
from wijkteams.signalen.werk.access import ADD, CHANGE, VIEW
from wijkteams.signalen.werk.actions import register_bulk_action
from wijkteams.signalen.werk.categories import CategorieViewSet
from wijkteams.signalen.werk.dashboard import SignalsPanel
from wijkteams.signalen.werk.menu import register_item

CATEGORIES = CategorieViewSet()
ONWARDS = (
    ("dossiers", _("Dossiers"), "print", 40),
    ("jaar", _("Cijfers van een jaar"), "table", 50),
)


class ForWhoMay(MenuItem):
    """Shown to who may do `action` somewhere."""

    action = VIEW

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", self.action)  # type: ignore[arg-type]


class EntryItem(ForWhoMay):
    """To who may write down for others."""

    action = ADD


def queue_item() -> MenuItem:
    """The queue."""
    return ForWhoMay(
        _("Alle signalen"),
        reverse_lazy("signalen:index"),
        name="alle-signalen",
        icon_name="list-ul",
        order=10,
    )


def entry_item() -> MenuItem:
    """Writing down what somebody tells."""
    return EntryItem(
        _("Opschrijven voor een ander"),
        reverse_lazy("signalen:nieuw"),
        name="signaal-opschrijven",
        icon_name="plus",
        order=20,
    )


def categories_item() -> MenuItem:
    """The kinds of signals."""
    item: MenuItem = CATEGORIES.get_menu_item(order=60)
    return item


def further_item(name: str, label: Any, icon: str, order: int) -> MenuItem:
    """What is asked for now and then."""
    url = reverse_lazy(f"signalen:{name}")
    return ForWhoMay(label, url, name=f"signalen-{name}", icon_name=icon, order=order)


for further in ONWARDS:
    register_item(further[0], partial(further_item, *further))
register_item("wachtrij", queue_item)
register_item("opschrijven", entry_item)
register_item("categorieen", categories_item)
register_bulk_action("stap", _("Zet een stap"), "signalen:stappen", CHANGE, order=10)
register_bulk_action(
    "dossier", _("Maak een dossier"), "signalen:dossier", "signaal.export", order=70
)
register_bulk_action("samen", _("Voeg samen"), "signalen:samen", CHANGE, order=20)


@hooks.register("register_admin_viewset")
def category_screens() -> CategorieViewSet:
    return CATEGORIES


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """After what needs attention in the agenda."""
    panels.insert(2, SignalsPanel())


@hooks.register("register_admin_urls")
def work_urls() -> list[URLResolver]:
    return [path("signalen/", include("wijkteams.signalen.werk.urls"))]
