"""A file goes with its row, however that goes: by age, with its survey or with its ward."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from enquetes.models import Uitvoer
from wijkteams.models.importronde import private_storage


def _gone(instance: Uitvoer, **kwargs: Any) -> None:
    name = instance.file.name
    if name:
        transaction.on_commit(lambda: private_storage().delete(name))


def connect() -> None:
    """Called when the app is ready."""
    post_delete.connect(_gone, sender=Uitvoer, dispatch_uid="uitvoer.gone")
