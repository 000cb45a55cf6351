"""The response of a survey in the CMS: its address, its button, and the panel."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from enquetes.beheer.menu import register_screen
from enquetes.overzicht.dashboard import SurveysPanel
from enquetes.overzicht.response_view import VIEW, screen

register_screen("respons", _("Respons"), "enquete_respons", VIEW, icon="group", order=10)


@hooks.register("register_admin_urls")
def response_urls() -> list[URLPattern]:
    return [path("enquetes/<int:pk>/respons/", screen, name="enquete_respons")]


@hooks.register("construct_homepage_panels")
def how_surveys_go(request: HttpRequest, panels: list[Any]) -> None:
    """After what needs attention in the agenda."""
    panels.insert(2, SurveysPanel())
