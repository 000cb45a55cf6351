"""Letting the site know of calendars of others."""

from __future__ import annotations

from core.scheduler import register_job


def register_sources() -> None:
    """Called when the app is ready."""
    from wijkteams.activiteiten.importing import times_of_pages
    from wijkteams.activiteiten.importing.fetching import fetch_sources

    times_of_pages.connect()
    register_job("fetch_calendars", {"minute": 20}, fetch_sources)
