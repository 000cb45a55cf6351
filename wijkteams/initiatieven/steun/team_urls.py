"""Addresses of the team's screens of support, in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.initiatieven.steun import paper

app_name = "initiatiefsteun"
urlpatterns: list[URLPattern] = [
    path("<int:pk>/", paper.overview, name="overzicht"),
    path("<int:pk>/<int:lijst_id>/scan/", paper.scan, name="scan"),
    path("<int:pk>/<int:lijst_id>/weg/", paper.remove, name="weg"),
]
