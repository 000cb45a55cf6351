"""The address of published figures."""

from __future__ import annotations

from django.urls import path

from enquetes.uitvoer import public_views

urlpatterns = [
    path("enquete/<slug:code>/cijfers.csv", public_views.figures, name="enquete_cijfers"),
]
