"""What Wagtail must know of this room."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wijkteams.initiatieven.werk.access import VIEW
from wijkteams.initiatieven.werk.parts import register_button

register_button(_("Steun en volgers"), "initiatiefsteun:overzicht", VIEW, order=40)


@hooks.register("register_admin_urls")
def support_urls() -> list[URLResolver]:
    return [path("initiatiefsteun/", include("wijkteams.initiatieven.steun.team_urls"))]
