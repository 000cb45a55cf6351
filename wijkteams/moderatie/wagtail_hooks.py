"""What Wagtail must know of moderation. Registration only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.membership import membership_of
from wijkteams.moderatie.beheer.dashboard import ReportedPanel
from wijkteams.moderatie.beheer.screen import VIEW


class ReportedItem(MenuItem):
    """To who may see what was reported."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", VIEW)  # type: ignore[arg-type]


@hooks.register("register_admin_menu_item")
def reported_item() -> MenuItem:
    return ReportedItem(
        _("Gemelde inhoud"),
        reverse_lazy("moderatie:index"),
        name="gemelde-inhoud",
        icon_name="warning",
        order=168,
    )


@hooks.register("construct_homepage_panels")
def what_was_reported(request: HttpRequest, panels: list[Any]) -> None:
    """After what waits of signals."""
    panels.insert(3, ReportedPanel())


@hooks.register("register_admin_urls")
def moderation_urls() -> list[URLResolver]:
    return [path("moderatie/", include("wijkteams.moderatie.beheer.urls"))]
