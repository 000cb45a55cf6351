"""A photo goes from the disk when its row goes."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from wijkteams.signalen.models import SignaalFoto


def connect() -> None:
    """Called when the app is ready."""
    post_delete.connect(_gone, sender=SignaalFoto, dispatch_uid="signalen.SignaalFoto.gone")


def _gone(instance: SignaalFoto, **kwargs: Any) -> None:
    for file in (instance.file, instance.small):
        if file:
            # Only when the row is really gone: a round that is undone must not lose its files.
            transaction.on_commit(lambda s=file.storage, n=file.name: s.delete(n))  # type: ignore[misc]
