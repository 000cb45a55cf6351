"""Addresses of wards that are no pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.originals import original

urlpatterns: list[URLPattern] = [
    path("beheer/origineel/<path:name>", original, name="original"),
]
