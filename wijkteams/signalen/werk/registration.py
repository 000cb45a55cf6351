"""What goes on by the clock in the team's work, and what follows from a change."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from core.scheduler import register_job
from wijkteams.models.importronde import private_storage
from wijkteams.signalen.models import Signaaldossier


def register_team_work() -> None:
    """Called when the app is ready."""
    from wijkteams.signalen.werk.dossier import purge_dossiers

    register_job("purge_dossiers", {"hour": 3, "minute": 45}, purge_dossiers)
    post_delete.connect(_gone, sender=Signaaldossier, dispatch_uid="signalen.dossier.gone")


def _gone(instance: Signaaldossier, **kwargs: Any) -> None:
    """A file goes with its row, however that goes: by age, or with its ward."""
    name = instance.file.name
    if name:
        transaction.on_commit(lambda: private_storage().delete(name))
