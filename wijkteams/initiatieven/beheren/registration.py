"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from core.scheduler import register_job
from wijkteams.initiatieven.beheren import photos, stale, subject


def register() -> None:
    """Called when the app is ready."""
    photos.connect()
    subject.register()
    register_job("ask_if_going_on", {"hour": 10, "minute": 15}, stale.ask_if_going_on)
