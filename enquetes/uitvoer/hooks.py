"""Files with answers in the CMS: their addresses, and the button at a survey."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from enquetes.beheer.menu import register_screen
from enquetes.uitvoer.access import EXPORT

register_screen(
    "uitvoer", _("Antwoorden downloaden"), "uitvoer:index", EXPORT, icon="download", order=80
)


@hooks.register("register_admin_urls")
def file_urls() -> list[URLResolver]:
    return [path("uitvoer/", include("enquetes.uitvoer.urls"))]
