"""Files go with their rows."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete

from enquetes.models import Enquete, Formulierdruk
from enquetes.papier.public import forget_forms
from wijkteams.models.importronde import private_storage


def connect() -> None:
    """Called when the app is ready."""
    post_delete.connect(_gone, sender=Formulierdruk, dispatch_uid="formulierdruk.gone")
    pre_delete.connect(_survey_gone, sender=Enquete, dispatch_uid="formulieren.gone")


def _survey_gone(instance: Enquete, **kwargs: Any) -> None:
    forget_forms(instance)


def _gone(instance: Formulierdruk, **kwargs: Any) -> None:
    name = instance.file.name
    if name:
        transaction.on_commit(lambda: private_storage().delete(name))
