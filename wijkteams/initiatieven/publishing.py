"""Pages that come on the site or go off it, take their initiative along."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published, page_unpublished

from wijkteams.initiatieven import services
from wijkteams.initiatieven.models import InitiatiefPage


def connect() -> None:
    """Called when the app is ready."""
    page_published.connect(_on, sender=InitiatiefPage, dispatch_uid="initiatieven.publish")
    page_unpublished.connect(_off, sender=InitiatiefPage, dispatch_uid="initiatieven.unpublish")


def _on(instance: InitiatiefPage, **kwargs: Any) -> None:
    services.publish(instance)


def _off(instance: InitiatiefPage, **kwargs: Any) -> None:
    services.unpublish(instance)
