"""Addresses for partners."""

from __future__ import annotations

from django.urls import URLPattern, path

from wijkteams.signalen.partners.public import partner, photo

urlpatterns: list[URLPattern] = [
    path("signaal/partner/<str:token>/", partner, name="signaal_partner"),
    path("signaal/partner/<str:token>/<slug:code>.jpg", photo, name="signaal_partner_foto"),
]
