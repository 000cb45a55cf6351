"""When faces have to be drawn again. Changes of wards come by way of their maps and outlines."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from core.models import StadInstellingen
from wijkteams.maps import files
from wijkteams.models import Gezicht

from . import tasks


def _renamed(sender: type[StadInstellingen], **kwargs: Any) -> None:
    tasks.ask_for_faces()


def _remove_files(sender: type[Gezicht], instance: Gezicht, **kwargs: Any) -> None:
    """A ward went away, or is no longer public, and its drawings with it."""
    transaction.on_commit(lambda: files.discard(instance.files))


def connect() -> None:
    """Draw again when the city or the site gets another name."""
    post_save.connect(_renamed, sender=StadInstellingen, dispatch_uid="wijkteams.faces.city")
    post_delete.connect(_remove_files, sender=Gezicht, dispatch_uid="wijkteams.faces.files")
