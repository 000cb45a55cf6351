"""Addresses of signals that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("wijkteams.signalen.vertellen.urls")),
    path("", include("wijkteams.signalen.openbaar.urls")),
    path("", include("wijkteams.signalen.attenderen.urls")),
    path("", include("wijkteams.signalen.nazorg.urls")),
    path("", include("wijkteams.signalen.partners.public_urls")),
]
