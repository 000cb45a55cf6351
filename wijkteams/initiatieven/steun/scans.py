"""The picture of a list on paper: it has names on it, so only the team sees it, for a while."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.http import FileResponse, Http404
from django.http.response import HttpResponseBase

from wijkteams.initiatieven.models import Papierlijst


def answer(lijst: Papierlijst) -> HttpResponseBase:
    """The picture itself, kept by no browser."""
    try:
        opened = lijst.scan.open("rb")
    except (OSError, ValueError) as error:
        raise Http404 from error
    kind = "image/png" if str(lijst.scan.name).endswith("png") else "image/jpeg"
    response = FileResponse(opened, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def destroy(lijst: Papierlijst) -> None:
    """The picture goes, the number stays."""
    _drop(lijst)
    Papierlijst.objects.filter(pk=lijst.pk).update(scan="")


def connect() -> None:
    """Called when the app is ready: a picture goes from the disk when its row goes."""
    post_delete.connect(_gone, sender=Papierlijst, dispatch_uid="initiatieven.Papierlijst.gone")


def _gone(instance: Papierlijst, **kwargs: Any) -> None:
    _drop(instance)


def _drop(lijst: Papierlijst) -> None:
    if lijst.scan:
        # Only when it is really so: a round that is undone must not lose its files.
        storage, name = lijst.scan.storage, str(lijst.scan.name)
        transaction.on_commit(partial(storage.delete, name))
