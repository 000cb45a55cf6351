"""Addresses of this room that are no pages. They stand before Wagtail's, in each language."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from wijkteams.initiatieven.hulp import views

_own: list[URLPattern] = [
    path("initiatief/<uuid:key>/helpen/<str:code>/", views.helpen, name="helpen"),
    path("initiatief/hulp/<str:token>/", views.aanbod, name="aanbod"),
]
urlpatterns: list[URLPattern | URLResolver] = [path("", include((_own, "hulp")))]
