"""Addresses of themes in the CMS."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.themas import views

app_name = "signaalthema"
urlpatterns: list[URLPattern] = [
    path("maken/", views.make, name="maken"),
    path("<int:page_id>/", views.signals, name="signalen"),
    path("<int:page_id>/maak/<slug:name>/", views.make_of_it, name="maak_ervan"),
]
