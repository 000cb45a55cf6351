"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from core.scheduler import register_job
from wijkteams.initiatieven import changed
from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.steun import counting, digest, scans


def register() -> None:
    """Called when the app is ready. In the morning, when people read their mail."""
    register_job("tell_followers", {"hour": 7, "minute": 50}, digest.tell_weekly)
    for name, signal in (("stepped", changed.stepped), ("told", changed.told)):
        signal.connect(
            digest.happened, sender=Initiatief, dispatch_uid=f"initiatieven.steun.{name}"
        )
    for name, signal in (("again", changed.stepped), ("separated", changed.separated)):
        signal.connect(
            counting.begin_anew, sender=Initiatief, dispatch_uid=f"initiatieven.steun.{name}"
        )
    scans.connect()
