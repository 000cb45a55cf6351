"""The place of these screens in the CMS. Registration only."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .access import inzage, may_see_access
from .rights import may_look_up


class PersonMenuItem(MenuItem):
    """Shown to whoever answers people about their data."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look_up(request.user)


class AccessMenuItem(MenuItem):
    """Shown to who runs a ward, and to the city."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_access(request.user)


@hooks.register("register_admin_urls")
def register_person_urls() -> list[URLResolver | URLPattern]:
    return [
        path("personen/", include("wijkteams.personen.urls")),
        path("inzage/", inzage, name="inzage"),
    ]


@hooks.register("register_admin_menu_item")
def register_person_menu_item() -> PersonMenuItem:
    return PersonMenuItem(
        _("Personen"), reverse_lazy("personen:index"), name="personen", icon_name="user", order=850
    )


@hooks.register("register_reports_menu_item")
def register_access_menu_item() -> AccessMenuItem:
    return AccessMenuItem(
        _("Wie nam gegevens mee?"),
        reverse_lazy("inzage"),
        name="inzage",
        icon_name="view",
        order=900,
    )
