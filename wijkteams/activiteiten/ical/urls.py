"""Addresses of calendars that do not hang on the name of a page."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from wijkteams.activiteiten.ical.feeds import time_feed
from wijkteams.activiteiten.ical.personal import personal_feed

urlpatterns: list[URLPattern] = [
    path("mijn-agenda/<str:token>.ics", personal_feed, name="mijn_agenda"),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)(?P<dag>\d{4}-[\w\-]{3,15})\.ics$", time_feed, name="keer_ics"
    ),
]
