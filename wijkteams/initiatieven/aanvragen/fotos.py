"""The picture with an idea: cleaned when it came in (R-20), and gone when its row goes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete
from PIL import Image

from wijkteams.initiatieven.models import AanvraagFoto, InitiatiefAanvraag


def store(aanvraag: InitiatiefAanvraag, content: bytes) -> AanvraagFoto:
    """Keep a cleaned picture with an idea."""
    foto = AanvraagFoto(aanvraag=aanvraag)
    with Image.open(BytesIO(content)) as picture:
        foto.width, foto.height = picture.size
    foto.file.save(f"foto.{ending_of(content)}", ContentFile(content), save=False)
    foto.save()
    return foto


def ending_of(content: bytes) -> str:
    """What we drew it anew as when it came in."""
    return "png" if content.startswith(b"\x89PNG") else "jpg"


def connect() -> None:
    """A picture goes from the disk when its row goes. Called when the app is ready."""
    post_delete.connect(_gone, sender=AanvraagFoto, dispatch_uid="initiatieven.AanvraagFoto.gone")


def _gone(instance: AanvraagFoto, **kwargs: Any) -> None:
    file = instance.file
    if file:
        # Only when the row is really gone: a round that is undone must not lose its files.
        storage, name = file.storage, str(file.name)
        transaction.on_commit(lambda: storage.delete(name))
