"""What makes the CMS easier for who was never trained. Registration only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from wijkteams.dashboard import (
    own_city_actions,
    own_ward_actions,
    register_city_actions,
    register_dashboard_actions,
)
from wijkteams.dashboard_panel import WhatToDoPanel

WAGTAILS_OWN_HELP = ("whats-new", "editor-guide", "keyboard-shortcuts")

register_dashboard_actions(own_ward_actions)
register_city_actions(own_city_actions)


@hooks.register("construct_homepage_panels")
def put_what_to_do_first(request: HttpRequest, panels: list[Any]) -> None:
    """Before anything else: the few things that most people come for."""
    panels.insert(0, WhatToDoPanel())


# Last of all, or Wagtail adds its own after ours took them away.
@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(request: HttpRequest, summary_items: list[Any]) -> None:
    """How many pages there are helps nobody, and counting them takes the longest of all."""
    summary_items.clear()


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/beheer.css"))


@hooks.register("construct_help_menu")
def only_our_own_help(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail's own guide is in English and on another host."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(WAGTAILS_OWN_HELP)]


@hooks.register("construct_page_action_menu")
def publish_first(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever may publish sees that button, not an arrow behind which it hides."""
    names = [item.name for item in menu_items]
    if "action-publish" in names:
        menu_items.insert(0, menu_items.pop(names.index("action-publish")))
