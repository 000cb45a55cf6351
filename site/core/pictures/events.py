"""When pictures are made: a page is published, or a picture that pages show is changed."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.signals import page_published

from core.pictures.tasks import make_for_page, make_missing

CHANGES_LOOKS = frozenset(
    ["file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"]
)


def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    make_for_page.enqueue(instance.pk)


def _changed(
    instance: Any, created: bool, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if not created and (update_fields is None or CHANGES_LOOKS & update_fields):
        make_missing.enqueue([instance.pk])


def connect() -> None:
    """Listen to Wagtail's events."""
    page_published.connect(_published, dispatch_uid="core.pictures.published")
    post_save.connect(_changed, sender=get_image_model(), dispatch_uid="core.pictures.changed")
