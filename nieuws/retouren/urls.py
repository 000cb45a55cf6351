"""The address for a mail service. Under the newsletters, so that no ward's name is taken."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from nieuws.retouren.webhook import mail_service

urlpatterns: list[URLPattern | URLResolver] = [
    path("nieuwsbrief/verzenddienst/", mail_service, name="nieuwsbrief_verzenddienst"),
]
