"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from wijkteams.initiatieven.samenvoegen import asking

urlpatterns: list[URLPattern | URLResolver] = [
    path("initiatief/steun-verhuist/<str:token>/", asking.support, name="samenvoegen_steun"),
]
