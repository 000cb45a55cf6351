"""Results in the CMS: their addresses, and the buttons at a survey."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from enquetes.beheer.menu import register_screen
from enquetes.uitslag.access import READ, SEE
from enquetes.uitslag.visibility import may_team_see

register_screen("uitslag", _("Uitslag"), "uitslag:index", SEE, icon="view", order=40)
register_screen(
    "lezen",
    _("Open antwoorden lezen"),
    "uitslag:lezen",
    READ,
    icon="openquote",
    order=50,
    matters=may_team_see,
)


@hooks.register("register_admin_urls")
def result_urls() -> list[URLResolver]:
    return [path("enquetes/uitslag/", include("enquetes.uitslag.beheer_urls"))]
