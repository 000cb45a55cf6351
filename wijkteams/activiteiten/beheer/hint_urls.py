"""Addresses of the hints, under the CMS."""

from __future__ import annotations

from django.urls import path

from wijkteams.activiteiten.beheer import hints

app_name = "agenda_hulp"
urlpatterns = [
    path("zin/", hints.in_words, name="zin"),
    path("dubbel/", hints.duplicates, name="dubbel"),
]
