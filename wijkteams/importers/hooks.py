"""The importer's place in the CMS: addresses and a menu item. Registration only."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .access import may_import


class ImportMenuItem(MenuItem):
    """Shown to whoever may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import_urls() -> list[URLResolver]:
    return [path("wijken-importeren/", include("wijkteams.importers.urls"))]


@hooks.register("register_admin_menu_item")
def register_import_menu_item() -> ImportMenuItem:
    return ImportMenuItem(
        _("Wijken importeren"),
        reverse_lazy("wijkimport:index"),
        name="wijken-importeren",
        icon_name="upload",
        order=850,
    )
