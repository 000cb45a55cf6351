"""The style page's place in the CMS: addresses, and an item in the menu Help. Registration only."""

from __future__ import annotations

from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_admin_urls")
def register_style_urls() -> list[URLResolver]:
    return [path("stijl/", include("home.style.urls"))]


@hooks.register("register_help_menu_item")
def register_style_menu_item() -> MenuItem:
    return MenuItem(
        _("Stijl"), reverse_lazy("stijl:index"), name="stijl", icon_name="view", order=1500
    )
