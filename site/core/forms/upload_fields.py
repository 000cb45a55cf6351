"""Files that people send: what is allowed is told in words before they choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core.forms.widgets import PhotosInput
from core.uploads.fields import put_in_place
from core.uploads.images import clean_image_file

PHOTO_ENDINGS = ("jpg", "jpeg", "png", "webp", "heic", "heif")
MEGABYTE = 1024 * 1024


class Allowed:
    """Which files may come, how large and, for several, how many."""

    def __init__(self, endings: Sequence[str], max_mb: int, max_number: int = 1) -> None:
        self.endings, self.max_mb, self.max_number = tuple(endings), max_mb, max_number

    def in_words(self) -> str:
        """A sentence under the label."""
        shown = get_text_list([one for one in self.endings if one != "jpeg"], gettext("of"))
        size = gettext("Dit mag: %(endings)s, hooguit %(size)s MB per bestand.") % {
            "endings": shown,
            "size": self.max_mb,
        }
        if self.max_number == 1:
            return size
        number = ngettext("Hooguit %d bestand.", "Hooguit %d bestanden.", self.max_number)
        return f"{size} {number % self.max_number}"

    def check(self, upload: Any) -> None:
        """Refuse what may not come, and say what may."""
        name = PurePath(str(upload.name))
        if name.suffix.lower()[1:] not in self.endings:
            raise ValidationError(
                gettext("Het bestand %(name)s kunnen we niet gebruiken. %(allowed)s")
                % {"name": name, "allowed": self.in_words()},
                code="invalid_extension",
            )
        if upload.size > self.max_mb * MEGABYTE:
            raise ValidationError(
                gettext("Het bestand %(name)s is te groot. Kies er een van hooguit %(size)s MB.")
                % {"name": name, "size": self.max_mb},
                code="too_large",
            )


class Hint:
    """A field's own hint and what is allowed, put together in the language of who reads it."""

    def __init__(self, own: Any, allowed: Allowed) -> None:
        self.own, self.allowed = own, allowed

    def __str__(self) -> str:
        return f"{self.own} {self.allowed.in_words()}".strip()


class UploadField(forms.FileField):
    """One file. `initial` (a stored file or FileThere) shows what is there, to keep or remove."""

    default_error_messages = {
        "required": _("Kies een bestand."),
        "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        "contradiction": _("Kies een van de twee: dit bestand weghalen, of een ander sturen."),
    }

    def __init__(self, *, endings: Sequence[str], max_mb: int, **kwargs: Any) -> None:
        self.allowed = Allowed(endings, max_mb)
        kwargs["help_text"] = Hint(kwargs.get("help_text", ""), self.allowed)
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(f".{ending}" for ending in endings)

    def to_python(self, data: Any) -> Any:
        upload = super().to_python(data)
        if upload is not None:
            self.allowed.check(upload)
        return upload


@dataclass
class Photos:
    """What somebody did with the pictures: new ones, and the keys of those that may go."""

    added: list[Any] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


class PhotosField(forms.Field):
    """Several pictures, cleaned of all they tell. `initial` is a list of FileThere."""

    widget = PhotosInput
    default_error_messages = {"required": _("Kies een foto.")}

    def __init__(self, *, max_number: int = 5, max_mb: int = 15, **kwargs: Any) -> None:
        self.allowed = Allowed(PHOTO_ENDINGS, max_mb, max_number)
        kwargs["help_text"] = Hint(kwargs.get("help_text", ""), self.allowed)
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = "image/*"
        if max_number == 1:  # a telephone that lets you choose more, promises more
            self.widget.attrs.pop("multiple", None)

    def clean(self, value: Any) -> Photos:
        photos = Photos(**value)
        if self.required and not photos.added:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(photos.added) > self.allowed.max_number:
            raise ValidationError(self.allowed.in_words(), code="too_many")
        photos.added = [self._cleaned(one) for one in photos.added]
        return photos

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data and (data["added"] or data["removed"]))

    def _cleaned(self, upload: Any) -> Any:
        self.allowed.check(upload)
        return put_in_place(upload, clean_image_file(upload))
