"""Addresses of what all may see of signals, that are no pages."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from wijkteams.signalen.openbaar import photos

urlpatterns: list[URLPattern] = [
    re_path(r"^signaal/foto/(?P<code>[0-9a-f]{32})\.jpg$", photos.foto, name="signaal_foto"),
]
