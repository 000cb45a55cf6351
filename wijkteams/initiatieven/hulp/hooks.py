"""What Wagtail must know of this room."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wijkteams.initiatieven.werk.access import VIEW
from wijkteams.initiatieven.werk.parts import register_button

register_button(_("Hulp gevraagd"), "initiatiefhulp:overzicht", VIEW, order=30)


@hooks.register("register_admin_urls")
def help_urls() -> list[URLResolver]:
    return [path("initiatiefhulp/", include("wijkteams.initiatieven.hulp.team_urls"))]
