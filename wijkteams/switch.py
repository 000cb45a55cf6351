"""The way from one ward to another, in the head of every page of a ward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wijkteams.wards import ward_items

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.models import Locale

    from wijkteams.listing import WijkItem

MOST_WARDS = 12


def wards_to_switch_to(locale: Locale, request: HttpRequest) -> list[WijkItem]:
    """All wards of a small city; none of a large one, where the ward finder beside it serves."""
    wards = ward_items(locale, limit=MOST_WARDS, request=request)
    return wards.items if wards.older is None else []
