"""Pictures with updates: cleaned when they come in (R-20), for all once the team agreed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from PIL import Image

from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Controle, Update


def put(update: Update, upload: Any) -> None:
    """Give an update a picture that was cleaned by its form; saved by who calls."""
    upload.seek(0)
    with Image.open(upload) as picture:
        update.width, update.height = picture.size
    upload.seek(0)
    update.foto.save(upload.name, upload, save=False)


@cache_control(private=True, max_age=300)
@require_safe
def foto(request: HttpRequest, code: str) -> HttpResponseBase:
    """The picture; 404 for one that is not (or no longer) public, whatever the reason."""
    rows = Update.objects.filter(controle=Controle.AKKOORD, initiatief__is_live=True)
    row = rows.select_related("initiatief").filter(code=code).exclude(foto="").first()
    if row is None or page_of(row.initiatief) is None:
        raise Http404
    return file_of(row)


def file_of(update: Update) -> HttpResponseBase:
    """The bytes of a picture, to who may see it."""
    kind = "image/png" if str(update.foto.name).endswith(".png") else "image/jpeg"
    try:
        return FileResponse(update.foto.open("rb"), content_type=kind)
    except FileNotFoundError:
        raise Http404 from None


def connect() -> None:
    """Called when the app is ready: a picture goes from the disk when its row goes."""
    post_delete.connect(_gone, sender=Update, dispatch_uid="initiatieven.Update.gone")


def _gone(instance: Update, **kwargs: Any) -> None:
    if instance.foto:
        storage, name = instance.foto.storage, str(instance.foto.name)
        transaction.on_commit(partial(storage.delete, name))
