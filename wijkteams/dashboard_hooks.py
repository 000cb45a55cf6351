"""What makes the CMS easier for who was never trained. Registration only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from wijkteams.dashboard import WhatToDoPanel, register_dashboard_actions, ward_actions

register_dashboard_actions(ward_actions)


@hooks.register("construct_homepage_panels")
def put_what_to_do_first(request: HttpRequest, panels: list[Any]) -> None:
    """Before anything else: the few things that most people come for."""
    panels.insert(0, WhatToDoPanel())


@hooks.register("construct_homepage_summary_items")
def no_counts(request: HttpRequest, summary_items: list[Any]) -> None:
    """How many pages there are helps nobody, and counting them takes the longest of all."""
    summary_items.clear()


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/beheer.css"))


@hooks.register("construct_help_menu")
def only_our_own_help(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail's own guide is in English and on another host."""
    menu_items.clear()


@hooks.register("construct_page_action_menu")
def publish_first(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever may publish sees that button, not an arrow behind which it hides."""
    names = [item.name for item in menu_items]
    if "action-publish" in names:
        menu_items.insert(0, menu_items.pop(names.index("action-publish")))
