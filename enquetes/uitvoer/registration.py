"""What files with answers tell the rest of the site when it starts."""

from __future__ import annotations

from core.scheduler import register_job
from enquetes.uitvoer import events


def register_exports() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from enquetes.models import Uitvoer
    from enquetes.uitvoer.making import purge_uitvoer
    from enquetes.uitvoer.policy import UitvoerPolicy

    register_permission_policy(Uitvoer, UitvoerPolicy(Uitvoer), exact_class=True)
    events.connect()
    register_job("purge_uitvoer", {"minute": 50}, purge_uitvoer)
