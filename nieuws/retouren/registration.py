"""What the site must know of returns."""

from __future__ import annotations

from core.scheduler import register_job
from nieuws.retouren.privacy import declare
from nieuws.retouren.tasks import purge_unread_returns, read_returns
from nieuws.retouren.webhook import listen


def register_returns() -> None:
    """Called when the app is ready."""
    declare()
    listen()
    register_job("read_returns", {"minute": "*/10"}, read_returns)
    register_job("purge_unread_returns", {"hour": 3, "minute": 50}, purge_unread_returns)
