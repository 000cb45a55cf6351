"""The team's work in the CMS: addresses, the menu and the dashboard."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import HeaderButton

from wijkteams.initiatieven.models import InitiatiefPage
from wijkteams.initiatieven.services import initiatief_of
from wijkteams.initiatieven.werk.access import ADD, IDEAS, VIEW
from wijkteams.initiatieven.werk.dashboard import InitiativesPanel
from wijkteams.initiatieven.werk.menu import ForWhoMay, menu_group, register_item
from wijkteams.row_access import may

ITEMS = (
    (IDEAS, _("Ideeën"), "ideeen", "mail", 10),
    (VIEW, _("Alle initiatieven"), "index", "list-ul", 20),
    (ADD, _("Een idee opschrijven"), "nieuw", "plus", 30),
)


def item(action: str, label: Any, name: str, icon: str, order: int) -> MenuItem:
    """A line of the menu."""
    url = reverse_lazy(f"initiatieven:{name}")
    return ForWhoMay(action, label, url, name=f"initiatieven-{name}", icon_name=icon, order=order)


for one in ITEMS:
    register_item(one[2], partial(item, *one))


@hooks.register("register_admin_menu_item")
def initiatives_menu() -> MenuItem:
    return menu_group()


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """After the signals."""
    panels.insert(3, InitiativesPanel())


@hooks.register("register_page_header_buttons")
def to_its_screen(page: Any, user: Any, **kwargs: Any) -> Any:
    """From the editor of a page to what is not on it: its steps, its people, what it asks."""
    shown = page.specific_deferred
    if isinstance(shown, InitiatiefPage) and may(user, shown.wijk_id, VIEW):
        initiatief = initiatief_of(shown)
        if initiatief is not None:
            url = reverse("initiatieven:een", args=[initiatief.pk])
            label = _("Stappen en hulp van dit initiatief")
            yield HeaderButton(label=label, url=url, icon_name="group", priority=5)


@hooks.register("before_delete_page")
def say_how_to_stop(request: HttpRequest, page: Any) -> None:
    """Who deletes a page mostly means that it stopped: then its followers hear why."""
    shown = page.specific_deferred
    if request.method != "GET" or not isinstance(shown, InitiatiefPage):
        return
    initiatief = initiatief_of(shown)
    if initiatief is None or initiatief.is_afgesloten:
        return
    url = reverse("initiatieven:een", args=[initiatief.pk])
    text = _(
        "Stopt dit initiatief? Zet dan een stap. De pagina blijft te lezen, en wie het volgt leest "
        "waarom. Haal je de pagina weg, dan hoort niemand iets."
    )
    messages.warning(request, text, buttons=[messages.button(url, _("Volgende stap"))])


@hooks.register("register_admin_urls")
def work_urls() -> list[URLResolver]:
    return [path("initiatieven/", include("wijkteams.initiatieven.werk.urls"))]
