"""Addresses of the caught mail; only where the settings catch it."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
