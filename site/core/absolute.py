"""Whole addresses, always from the configured base, whatever a visitor sends as Host."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """The whole address of a path on this site, as in feeds, mails and links for search engines."""
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
