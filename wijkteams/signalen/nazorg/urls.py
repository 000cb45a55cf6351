"""Addresses of the question afterwards."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.nazorg.views import nazorg

urlpatterns: list[URLPattern] = [
    path("signaal/opgelost/<str:token>/", nazorg, name="signaal_nazorg"),
]
