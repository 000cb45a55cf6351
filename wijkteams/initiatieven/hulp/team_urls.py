"""Addresses of the team's screens about help, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.initiatieven.hulp import team

app_name = "initiatiefhulp"
urlpatterns: list[URLPattern] = [
    path("<int:pk>/", team.overview, name="overzicht"),
    path("<int:pk>/<str:code>/", team.need, name="vraag"),
    path("<int:pk>/<str:code>/opschrijven/", team.by_phone, name="opschrijven"),
]
