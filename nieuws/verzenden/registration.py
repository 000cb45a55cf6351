"""What the sending of newsletters tells the rest of the site."""

from __future__ import annotations


def register_sending() -> None:
    """Called when the app is ready."""
    from core.scheduler import register_job
    from core.scheduler.alarm import register_problem
    from nieuws.verzenden.alarm import sending_problem
    from nieuws.verzenden.lanes import keep_sending

    register_job("keep_sending", {"minute": "*"}, keep_sending)
    register_problem(sending_problem)
