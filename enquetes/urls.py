"""Addresses of surveys that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("enquetes.toegang.urls")),
    path("", include("enquetes.uitslag.urls")),
    path("", include("enquetes.invullen.urls")),
    path("", include("enquetes.uitvoer.public_urls")),
    path("", include("enquetes.papier.public_urls")),
]
