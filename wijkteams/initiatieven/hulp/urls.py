"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
