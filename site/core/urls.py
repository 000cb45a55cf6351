"""Addresses for machines and for everybody, without a language.

/livez and /healthz are answered before all this, by core.machines.probes.
"""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, path

from core.machines import texts
from core.uploads.media import media

urlpatterns: list[URLPattern] = [
    path("robots.txt", texts.robots, name="robots"),
    path(".well-known/security.txt", texts.security, name="security_txt"),
]

if settings.MEDIA_URL.startswith("/"):  # else another server has the public files
    urlpatterns.append(path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media, name="media"))
