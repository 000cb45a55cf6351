"""What this room tells the rest of the site when it starts."""

from __future__ import annotations

from django.db.models.signals import post_delete

from wijkteams.initiatieven.models import Volger
from wijkteams.initiatieven.samenvoegen import moving


def register() -> None:
    """Called when the app is ready."""
    post_delete.connect(moving.left, sender=Volger, dispatch_uid="initiatieven.samenvoegen.left")
