"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from wijkteams.initiatieven.openbaar import poster

app_name = "initiatief"
urlpatterns: list[URLPattern | URLResolver] = [
    path("initiatief/<uuid:key>/poster.pdf", poster.poster, name="poster"),
]
