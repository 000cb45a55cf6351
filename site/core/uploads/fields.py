"""Fields that let nothing in uncleaned: one for forms, one for models."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.forms import FileField
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField as WagtailImageFormField
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from core.uploads.images import CleanedFile, clean_image_file, refuse_too_large


class CleanImageFormField(WagtailImageFormField):
    """Takes a photo as a phone sends it, and puts the cleaned one in its place."""

    def to_python(self, data: Any) -> Any:
        self.max_length = None  # its own name is not kept, so may be as long as it likes
        upload: Any = FileField.to_python(self, data)
        if upload is None or getattr(upload, "cleaned", False):
            return upload
        extension = PurePath(upload.name).suffix.lower()[1:]
        if extension not in self.allowed_image_extensions:
            raise ValidationError(
                _("Dit is geen foto. Kies een bestand dat eindigt op %(endings)s.")
                % {"endings": ", ".join(f".{ending}" for ending in self.allowed_image_extensions)},
                code="invalid_image_extension",
            )
        refuse_too_large(upload)
        return put_in_place(upload, clean_image_file(upload))


def put_in_place(upload: UploadedFile[bytes], cleaned: CleanedFile) -> UploadedFile[bytes]:
    """Overwrite the upload itself: Wagtail stores that one when another field is wrong."""
    target: Any = upload.file
    target.seek(0)
    target.truncate()
    target.write(cleaned.read())
    target.flush()
    target.seek(0)
    upload.name = cleaned.name
    upload.size = cleaned.size
    upload.content_type = "image/png" if (cleaned.name or "").endswith("png") else "image/jpeg"
    upload.cleaned = True  # type: ignore[attr-defined]
    return upload


class CleanImageFieldFile(WagtailImageFieldFile):
    """The last wall: whoever stores a picture, by whatever door, stores it cleaned."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        if not getattr(content, "cleaned", False):
            content = clean_image_file(content)
            name = content.name or name
        super().save(name, content, save)


class CleanImageField(WagtailImageField):
    """A model field for pictures that stores them cleaned only."""

    attr_class = CleanImageFieldFile
