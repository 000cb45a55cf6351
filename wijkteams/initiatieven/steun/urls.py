"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from wijkteams.initiatieven.steun import doors, views

_own: list[URLPattern] = [
    path("initiatief/<uuid:key>/steunen/", doors.steunen, name="steunen"),
    path("initiatief/<uuid:key>/volgen/", doors.volgen, name="volgen"),
    path("initiatief/steun/<str:token>/", views.mijn, name="mijn"),
    path("initiatief/volgen/<str:token>/", views.volg, name="volg"),
    path("initiatief/volgen/<str:token>/stop/", views.stop, name="stop"),
]
urlpatterns: list[URLPattern | URLResolver] = [path("", include((_own, "steun")))]
