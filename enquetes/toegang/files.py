"""A file goes with its row, however that goes: by age, with its answer or with its survey."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from enquetes.models import AntwoordFoto, Codeblad
from wijkteams.models.importronde import private_storage


def _gone(instance: AntwoordFoto | Codeblad, **kwargs: Any) -> None:
    name = instance.file.name
    if name:
        transaction.on_commit(lambda: private_storage().delete(name))


def connect() -> None:
    """Called when the app is ready."""
    for model in (AntwoordFoto, Codeblad):
        post_delete.connect(_gone, sender=model, dispatch_uid=f"enquetes.{model.__name__}.gone")
