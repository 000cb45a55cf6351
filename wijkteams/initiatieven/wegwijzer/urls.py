"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from wijkteams.initiatieven.wegwijzer import copying

urlpatterns: list[URLPattern | URLResolver] = [
    path("initiatief/<uuid:key>/ook/", copying.ook, name="initiatief_ook"),
]
