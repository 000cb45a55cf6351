"""Addresses of initiatives that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("wijkteams.initiatieven.werk.public_urls")),
    path("", include("wijkteams.initiatieven.aanvragen.urls")),
    path("", include("wijkteams.initiatieven.openbaar.urls")),
    path("", include("wijkteams.initiatieven.steun.urls")),
    path("", include("wijkteams.initiatieven.hulp.urls")),
    path("", include("wijkteams.initiatieven.beheren.urls")),
    path("", include("wijkteams.initiatieven.samenvoegen.urls")),
    path("", include("wijkteams.initiatieven.wegwijzer.urls")),
]
