"""Pictures and documents. Each belongs to a ward, or (without one) to the city."""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.search import index

from core.uploads.documents import check_document_file
from core.uploads.fields import CleanImageField
from core.uploads.images import clean_image_file
from wijkteams.models.photo_rights import PhotoRights
from wijkteams.querysets import OfWijk


def private_storage() -> Storage:
    """Where originals lie: out of reach of the web server."""
    return storages["private"]


def original_upload_to(instance: models.Model, filename: str) -> str:
    """A name that nobody can guess; what the sender's computer called it stays out of addresses."""
    return f"originals/{secrets.token_hex(16)}{Path(filename).suffix.lower()[:8]}"


def document_upload_to(instance: models.Model, filename: str) -> str:
    """As for originals, in a folder of their own."""
    return f"documents/{secrets.token_hex(16)}{Path(filename).suffix.lower()[:8]}"


class OwnImageQuerySet(OfWijk, ImageQuerySet):
    """Pictures, chosen by their ward."""


class OwnDocumentQuerySet(OfWijk, DocumentQuerySet):
    """Documents, chosen by their ward."""


class Image(PhotoRights, AbstractImage):
    """A picture, cleaned when it comes in: turned upright and without any hidden data."""

    file = CleanImageField(
        verbose_name=_("bestand"),
        upload_to=original_upload_to,
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="images",
    )
    # Wagtail's own Image stands beside this one: the ways back need other names.
    tags = TaggableManager(blank=True, verbose_name=_("trefwoorden"), related_name="wijk_images")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geplaatst door"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="wijk_images",
    )

    objects = OwnImageQuerySet.as_manager()

    admin_form_fields = (
        "title",
        "file",
        "wijk",
        "description",
        "photographer",
        "licence",
        "licence_text",
        "consent",
        "consent_by",
        "consent_until",
        "consent_withdrawn",
        "tags",
    )
    search_fields = [*AbstractImage.search_fields, index.FilterField("wijk")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("foto")
        verbose_name_plural = _("foto's")
        permissions = [("choose_image", "Can choose image")]

    def get_upload_to(self, filename: str) -> str:
        return original_upload_to(self, filename)

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Whatever door it came in by (CMS, import, command): nothing is stored uncleaned.
        # Here already, and not only when the field stores it: width and height come from this file.
        if self.file and not self.file._committed:
            if not getattr(self.file.file, "cleaned", False):
                self.file = clean_image_file(self.file.file)  # type: ignore[assignment]
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class Rendition(AbstractRendition):
    """A picture in the size that a page shows; public."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        """The name of the original whole, drawn by lot, and what was done to it.

        Wagtail would cut the name off to make room for the size and quality: two pictures could
        then follow one another at the same address.
        """
        stem = PurePath(self.image.file.name).stem[:32]
        made = sha256(f"{self.filter_spec}\n{self.focal_point_key}".encode()).hexdigest()[:16]
        return f"images/{stem}.{made}{PurePath(filename).suffix}"


class Document(AbstractDocument):
    """A file to download, sent by a view that asks for rights."""

    file = models.FileField(
        verbose_name=_("bestand"), upload_to=document_upload_to, storage=private_storage
    )
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    # Wagtail's own Document stands beside this one: the ways back need other names.
    tags = TaggableManager(blank=True, verbose_name=_("trefwoorden"), related_name="wijk_documents")
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geplaatst door"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="wijk_documents",
    )

    objects = OwnDocumentQuerySet.as_manager()

    admin_form_fields = ("title", "file", "wijk", "tags")
    search_fields = [*AbstractDocument.search_fields, index.FilterField("wijk")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documenten")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:  # type: ignore[attr-defined]
            check_document_file(self.file.file)
            self._set_document_file_metadata()
        super().save(*args, **kwargs)
