"""A photo: only its pixels come in, upright and without what a telephone writes in it (R-20)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms import UploadField
from core.forms.files import FileThere
from core.forms.upload_fields import PHOTO_ENDINGS
from core.uploads.images import clean_image_file
from enquetes.models import Enquete
from enquetes.vragen import Vraag

MAX_MB = 15


@dataclass(frozen=True)
class NewPhoto:
    """A picture that was just chosen, cleaned; `key` is its answer."""

    key: str
    content: bytes


class PhotoField(UploadField):
    """`clean` gives a NewPhoto, the key of the one that is there, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(endings=PHOTO_ENDINGS, max_mb=MAX_MB, **kwargs)
        self.widget.attrs["accept"] = "image/*"

    def clean(self, data: Any, initial: Any = None) -> Any:
        found = super().clean(data, initial)
        if isinstance(found, FileThere):
            return found.key
        if not found:
            return None
        content: bytes = clean_image_file(found).read()
        return NewPhoto(secrets.token_hex(16), content)


def photo(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Foto'."""
    return PhotoField(help_text=_("Zet geen gezichten of kentekens op de foto."))
