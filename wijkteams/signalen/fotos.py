"""The files of pictures with a signal (requirement G3): stored small and large, and destroyed.

What comes in here was cleaned already (`core.uploads.images`, rule R-20).
"""

from __future__ import annotations

from functools import partial
from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from core.uploads.limits import JPEG_QUALITY
from wijkteams.models.importronde import private_storage
from wijkteams.signalen.models import Signaal, SignaalFoto
from wijkteams.signalen.models.mensen import token_code

SMALL_SIDE = 640
"Enough for a list and for a screen of a telephone."


@transaction.atomic
def store(signaal: Signaal, content: bytes) -> SignaalFoto:
    """Keep a cleaned picture with a signal; nobody but the team sees it yet."""
    foto = SignaalFoto(signaal=signaal)
    with Image.open(BytesIO(content)) as picture:
        _write(foto, picture, content)
    foto.save()
    return foto


def overwrite(foto: SignaalFoto, picture: Image.Image) -> None:
    """Other pixels in its place. It gets another address, and the old files are destroyed."""
    forget_files(foto)
    buffer = BytesIO()
    if picture.mode == "RGBA":
        picture.save(buffer, "PNG", optimize=True)
    else:
        picture.save(buffer, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)
    _write(foto, picture, buffer.getvalue())
    foto.code = token_code()
    foto.save()


def forget_files(foto: SignaalFoto) -> None:
    """Destroy its files, as soon as it is sure that the row does not name them any more."""
    names = [name for name in (foto.file.name, foto.small.name) if name]
    storage = private_storage()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))


def _write(foto: SignaalFoto, picture: Image.Image, content: bytes) -> None:
    """Both files in storage; the row is saved by who calls."""
    foto.width, foto.height = picture.size
    kind = "png" if content.startswith(b"\x89PNG") else "jpg"
    small = picture.convert("RGB")
    small.thumbnail((SMALL_SIDE, SMALL_SIDE))
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=82, progressive=True, optimize=True)
    foto.file.save(f"foto.{kind}", ContentFile(content), save=False)
    foto.small.save("foto.jpg", ContentFile(buffer.getvalue()), save=False)
