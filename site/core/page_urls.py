"""Addresses of screens that exist in every language."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
