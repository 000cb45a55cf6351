"""Screens of the hub that are no pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from home.views import wards

urlpatterns: list[URLPattern] = [path("wijken/", wards, name="wijken")]
