"""When the maps have to be drawn again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction

from wijkteams.models import Omtrek, Wijk, WijkPage

from . import files
from .tasks import ask_for_drawing

DRAWN_FIELDS = frozenset(["boundary", "name", "palette", "status", "gemeente", "gemeentecode"])
SHOWN_FIELDS = frozenset(["live", "path", "locale"])


def _watch(sender: type[Model], fields: frozenset[str] | None = None) -> None:
    def changed(update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
        if fields is None or update_fields is None or fields & update_fields:
            ask_for_drawing()

    name = f"wijkteams.maps.{sender.__name__}"
    post_save.connect(changed, sender=sender, weak=False, dispatch_uid=name)
    post_delete.connect(changed, sender=sender, weak=False, dispatch_uid=name)


def _remove_file(sender: type[Omtrek], instance: Omtrek, **kwargs: Any) -> None:
    """A ward went away, and its outline with it."""
    transaction.on_commit(lambda: files.discard([instance.file]))


def connect() -> None:
    """Draw again after a change of a ward, or of whether it is public."""
    _watch(Wijk, DRAWN_FIELDS)
    _watch(WijkPage, SHOWN_FIELDS)
    _watch(PageViewRestriction)
    post_delete.connect(_remove_file, sender=Omtrek, dispatch_uid="wijkteams.maps.file")
