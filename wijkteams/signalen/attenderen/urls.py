"""Addresses of alerts. The secret part is that of `tokens.ATTENDERING`."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.attenderen import views

urlpatterns: list[URLPattern] = [
    path("signaal/attenderen/", views.attenderen, name="signaal_attenderen"),
    path("signaal/attendering/<str:token>/", views.mijn, name="signaal_attendering"),
    path("signaal/attendering/<str:token>/stop/", views.stop, name="signaal_attendering_stop"),
]
