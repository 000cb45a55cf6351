"""The handbook in the CMS: its addresses and its place in the menu. Registration only."""

from __future__ import annotations

from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.handbook import urls


@hooks.register("register_admin_urls")
def handbook_urls() -> list[URLResolver]:
    return [path("handleiding/", include(urls))]


@hooks.register("register_help_menu_item")
def handbook_in_the_menu() -> MenuItem:
    return MenuItem(
        _("Handleiding"), reverse("handleiding:index"), name="handleiding", icon_name="help"
    )
