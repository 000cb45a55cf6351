"""Files of pictures and documents go when they are replaced, removed or no longer to be shown.

Wagtail removes them too, but only in some of its screens, and by a task that may come minutes
later: whoever asks for a photo to go may count on it being gone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils import timezone
from django_tasks import task
from wagtail.documents import signal_handlers as document_signals
from wagtail.images import signal_handlers as image_signals
from wagtail.models import UploadedFile

from wijkteams.models import Document, Image, Rendition
from wijkteams.models.media import private_storage

PARKED_KEPT = timedelta(days=1)


def remember_old_file(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Another file takes the place of the one that is stored."""
    stored = sender._default_manager.filter(pk=instance.pk).values_list("file", flat=True)
    old = stored.first() if instance.pk else None
    instance._replaced_file = old if old and old != instance.file.name else ""


def drop_old_file(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """What was made of the old file goes with it; the same when it may not be shown any more."""
    replaced = instance.__dict__.pop("_replaced_file", "")
    if replaced:
        _when_kept(partial(instance.file.storage.delete, replaced))
    if isinstance(instance, Image) and (replaced or instance.is_withheld):
        instance.renditions.all().delete()


def drop_file(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """The row is gone, and so is its file."""
    if instance.file:
        _when_kept(partial(instance.file.storage.delete, instance.file.name))


def purge_parked(now: datetime | None = None) -> int:
    """Files that were sent, and whose form nobody filled in."""
    count = 0
    before = (now or timezone.now()) - PARKED_KEPT
    for upload in UploadedFile.objects.all():
        storage, name = upload.file.storage, upload.file.name
        try:
            is_old = storage.get_modified_time(name) <= before
        except OSError:
            is_old = True  # the file is gone already
        if is_old:
            upload.delete()
            storage.delete(name)
            count += 1
    return count


@task
def clear_parked() -> None:
    """The task of the night."""
    purge_parked()


def park_in_private() -> None:
    """Let what waits for its form lie where no web server looks. For migrations nothing changes."""
    field: Any = UploadedFile._meta.get_field("file")
    field._storage_callable = default_storage
    field.storage = private_storage()


def _when_kept(change: Callable[[], None]) -> None:
    transaction.on_commit(change)


def _nothing(instance: Any, **kwargs: Any) -> None:
    """In the place of Wagtail's own removal."""


def connect() -> None:
    """Listen to what happens to rows, whatever screen, command or task did it.

    Wagtail's own removal is a task: it could come after the same address was filled again. It is
    connected after us, from these names.
    """
    image_signals.post_delete_file_cleanup = _nothing
    document_signals.post_delete_file_cleanup = _nothing
    for model in (Image, Document):
        name = model.__name__
        pre_save.connect(remember_old_file, sender=model, dispatch_uid=f"media.remember.{name}")
        post_save.connect(drop_old_file, sender=model, dispatch_uid=f"media.old.{name}")
    for model in (Image, Document, Rendition):
        post_delete.connect(drop_file, sender=model, dispatch_uid=f"media.drop.{model.__name__}")
    park_in_private()
