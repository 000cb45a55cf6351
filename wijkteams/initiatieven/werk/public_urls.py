"""Addresses of the team's work that residents open. They stand before Wagtail's."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.initiatieven.werk.replying import answer

urlpatterns: list[URLPattern] = [
    path("idee/antwoord/<str:token>/", answer, name="idee_antwoord"),
]
