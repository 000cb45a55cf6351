"""Addresses for partners. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.organisaties.views import dank, eigen

urlpatterns: list[URLPattern] = [
    path("organisatie/dank/", dank, name="eigen_organisatie_dank"),
    path("organisatie/<str:token>/", eigen, name="eigen_organisatie"),
]
