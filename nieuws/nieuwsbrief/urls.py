"""Addresses of making a newsletter, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from nieuws.nieuwsbrief.concept import concept

app_name = "nieuwsbrief_maken"
urlpatterns: list[URLPattern] = [path("<int:index_id>/concept/", concept, name="concept")]
