"""A small approved photo with a signal."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from wijkteams.signalen import fotos
from wijkteams.signalen.models import Signaal, SignaalFoto


def photo_of(signaal: Signaal, *, public: bool = True) -> SignaalFoto:
    """Stored as residents' photos are."""
    buffer = BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "JPEG")
    foto = fotos.store(signaal, buffer.getvalue())
    foto.is_openbaar = public
    foto.save()
    return foto
