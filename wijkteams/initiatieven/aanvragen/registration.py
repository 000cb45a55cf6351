"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from wijkteams.initiatieven.aanvragen import fotos


def register() -> None:
    """Called when the app is ready."""
    fotos.connect()
