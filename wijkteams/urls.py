"""Addresses of wards that are no pages."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from wijkteams.documents import serve_document
from wijkteams.invitation_views import invitation
from wijkteams.originals import original

urlpatterns: list[URLPattern] = [
    path("uitnodiging/<str:token>/", invitation, name="invitation"),
    path("beheer/origineel/<path:name>", original, name="original"),
    # Before Wagtail's own, which keeps the name. No address that is Wagtail's may slip past ours.
    re_path(r"^documenten/(\d+)/(.*)$", serve_document),
]
