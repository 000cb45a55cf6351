"""What the team's work tells the rest of the site when it starts."""

from __future__ import annotations


def register() -> None:
    """Called when the app is ready."""
    from wijkteams.initiatieven.werk import subjects, threads, to_read, tying
    from wijkteams.initiatieven.werk.parts import register_part

    subjects.register()
    threads.register_threads()
    register_part("initiatieven/werk/een_nakijken.html", to_read.part, order=10)
    register_part("initiatieven/werk/een_draad.html", tying.part, order=40)
