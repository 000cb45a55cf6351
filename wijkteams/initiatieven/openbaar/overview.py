"""What the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpRequest

    from wijkteams.initiatieven.models import InitiatievenIndexPage


def index_context(page: InitiatievenIndexPage, request: HttpRequest) -> dict[str, Any]:
    """For the template."""
    return {}
