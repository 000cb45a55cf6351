"""Addresses of screens that exist in every language."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from core.feeds.views import file_of_page
from core.privacy.views import privacy
from core.search.views import search

urlpatterns: list[URLPattern] = [
    path("privacy/", privacy, name="privacy"),
    path("zoeken/", search, name="zoeken"),
    # Before Wagtail's own pattern, which takes no dots.
    re_path(
        r"^(?P<path>(?:[\w\-]+/)*)(?P<filename>[a-z]+\.(?:xml|ics|json|geojson|csv))$",
        file_of_page,
        name="file_of_page",
    ),
]
