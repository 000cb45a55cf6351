"""What the team's work tells the rest of the site when it starts."""

from __future__ import annotations


def register() -> None:
    """Called when the app is ready."""
    from wijkteams.initiatieven.werk import subjects, threads

    subjects.register()
    threads.register_threads()
