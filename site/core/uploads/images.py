"""Cleaning of pictures on the way in: only the pixels stay, upright and of a size for the web.

A photo from a phone says where, when and with what it was taken. The picture is drawn anew in
memory, so that nothing hidden can come along; whatever cannot be drawn is refused.
"""

from __future__ import annotations

import logging
from io import BytesIO
from pathlib import PurePath
from typing import Any

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.text import slugify
from django.utils.translation import gettext as _
from PIL import Image

from core.uploads.drawing import draw, times_too_large
from core.uploads.limits import (
    JPEG_QUALITY,
    MAX_PIXELS,
    MAX_PIXELS_HEAVY,
    MAX_PIXELS_WEBP,
    MAX_SIDE,
)
from core.uploads.strips import read_smaller
from core.uploads.structure import TooManyPartsError, count_frames

pillow_heif.register_heif_opener()

logger = logging.getLogger(__name__)

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "HEIF", "TIFF", "BMP")
# These may hold more pictures (a gain map, a burst, pages) of which only the first is ever read.
_FIRST_ONLY = {"JPEG", "MPO", "HEIF", "TIFF", "BMP", "GIF"}


class CleanedFile(ContentFile[bytes]):
    """A picture that was drawn anew."""

    cleaned = True


def clean_image_file(file: File[bytes]) -> CleanedFile:
    """Give back the picture upright, in sRGB, without hidden data; as JPEG, see-through as PNG.

    Raises ValidationError (in Dutch, saying what to do) for whatever cannot be cleaned.
    """
    data = _read(file)
    try:
        picture, kind = _redraw(data)
    except ValidationError:
        raise
    except TooManyPartsError:
        raise ValidationError(_too_heavy(), code="too_heavy") from None
    except Exception as error:
        # Decoders fail in many ways; each of them means: not clean, so not stored.
        logger.info("picture refused: %s", type(error).__name__)
        raise ValidationError(_unreadable(), code="unreadable") from None
    stem = slugify(PurePath(file.name or "").stem)[:60] or "foto"
    return CleanedFile(picture, name=f"{stem}.{kind}")


def _read(file: File[bytes]) -> bytes:
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    file.seek(0)
    data = file.read(limit + 1)
    if len(data) > limit:
        raise _too_large()
    return data


def refuse_too_large(file: File[bytes]) -> None:
    """Of an upload that is too large not a byte was kept: only its size tells."""
    if (file.size or 0) > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise _too_large()


def _too_large() -> ValidationError:
    limit = filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    text = _("Deze foto is te groot. Kies een foto van ten hoogste %(limit)s.")
    return ValidationError(text % {"limit": limit}, code="too_large")


def _redraw(data: bytes) -> tuple[bytes, str]:
    frames = count_frames(data)
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        if picture.format not in _FIRST_ONLY:
            frames = getattr(picture, "n_frames", 1)
        _check_size(*picture.size, frames, max_pixels(picture))
        times = times_too_large(picture) if picture.format == "HEIF" else 1
        drawn = draw(read_smaller(data, times) if times > 1 else picture)
    return _saved(drawn)


def max_pixels(picture: Image.Image) -> int:
    """How many pixels a picture of this kind may have; asked of its head, before it is decoded.

    Measured at 24.5 megapixels: a photo of a telephone takes 25 to 130 MB, a WebP 370.
    """
    if picture.format == "WEBP":
        return MAX_PIXELS_WEBP
    sampling = {layer[1:3] for layer in getattr(picture, "layer", [])}
    whole_colours = "progressive" in picture.info and len(sampling) == 1
    is_plain = picture.mode in {"L", "RGB", "CMYK"} and not whole_colours
    return MAX_PIXELS if is_plain and picture.format != "AVIF" else MAX_PIXELS_HEAVY


def _check_size(width: int, height: int, frames: int, limit: int) -> None:
    if max(width, height) <= MAX_SIDE and width * height * frames <= limit:
        return
    if frames > 1:
        raise ValidationError(
            _("Dit bewegende plaatje is te groot. Kies een gewone foto."), code="too_many_pixels"
        )
    if width * height <= MAX_PIXELS and max(width, height) <= MAX_SIDE:
        raise ValidationError(
            _("Deze foto is te groot voor dit soort bestand. Bewaar hem als JPG en probeer het."),
            code="too_many_pixels",
        )
    raise ValidationError(
        _(
            "Deze foto is te groot: %(width)s bij %(height)s beeldpunten. Maak hem eerst kleiner, "
            "bijvoorbeeld tot 4000 bij 3000."
        )
        % {"width": width, "height": height},
        code="too_many_pixels",
    )


def _saved(picture: Image.Image) -> tuple[bytes, str]:
    buffer = BytesIO()
    options: dict[str, Any] = {"optimize": True}
    if picture.mode == "RGBA":
        picture.save(buffer, "PNG", **options)
        return buffer.getvalue(), "png"
    picture.save(buffer, "JPEG", quality=JPEG_QUALITY, progressive=True, **options)
    return buffer.getvalue(), "jpg"


def _unreadable() -> str:
    return _(
        "Dit bestand is geen foto die wij kunnen lezen. Kies een andere foto, "
        "of bewaar hem opnieuw als JPG."
    )


def _too_heavy() -> str:
    return _(
        "Dit bestand zit vreemd in elkaar. Bewaar de foto opnieuw als JPG en probeer het nog eens."
    )
