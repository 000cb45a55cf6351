"""Addresses of results that are no page."""

from __future__ import annotations

from django.urls import URLPattern, path

from enquetes.uitslag.views import for_who_answered

urlpatterns: list[URLPattern] = [
    path("enquete/<slug:code>/uitslag/", for_who_answered, name="enquete_uitslag"),
]
