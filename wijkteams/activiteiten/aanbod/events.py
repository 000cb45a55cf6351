"""When the page of something that was sent in is published, its sender hears of it."""

from __future__ import annotations

from typing import Any

from wagtail.signals import page_published

from wijkteams.activiteiten.aanbod.services import tell_published
from wijkteams.activiteiten.models import ActiviteitPage


def _published(instance: ActiviteitPage, **kwargs: Any) -> None:
    tell_published(instance)


def connect() -> None:
    """Called when the app is ready."""
    page_published.connect(_published, sender=ActiviteitPage, dispatch_uid="aanbod.published")
