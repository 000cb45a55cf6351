"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from core.scheduler import register_job
from wijkteams.initiatieven import changed
from wijkteams.initiatieven.hulp import clock, counting
from wijkteams.initiatieven.models import Initiatief


def register() -> None:
    """Called when the app is ready."""
    register_job("remind_helpers", {"hour": 9, "minute": 40}, clock.remind_helpers)
    register_job("close_past_needs", {"hour": 1, "minute": 20}, clock.close_past_needs)
    changed.stepped.connect(
        clock.stepped, sender=Initiatief, dispatch_uid="initiatieven.hulp.thanks"
    )
    for name, signal in (
        ("stepped", changed.stepped),
        ("merged", changed.merged),
        ("separated", changed.separated),
    ):
        signal.connect(counting.follow, sender=Initiatief, dispatch_uid=f"initiatieven.hulp.{name}")
