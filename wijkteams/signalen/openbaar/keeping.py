"""Kept answers that show a signal go when it changes (docs/besluiten/0012-paginas-bewaren.md)."""

from __future__ import annotations

from typing import Any

from core import page_cache
from wijkteams.signalen import changed
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.openbaar.choosing import key_of, key_of_signal


def connect() -> None:
    """Called when the app is ready. What is told waits for the team: only what changed shows."""
    for happening in (changed.told, changed.stepped, changed.visibility_changed):
        happening.connect(_follow, sender=Signaal, dispatch_uid="wijkteams.signalen.openbaar")


def _follow(signaal: Signaal, **kwargs: Any) -> None:
    if signaal.is_vertrouwelijk and not signaal.stap:
        return  # nobody ever saw it
    page_cache.drop(key_of(signaal.wijk_id), key_of(None), key_of_signal(signaal.code))
