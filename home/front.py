"""What the hub's front page shows: a reading of all wards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse

from nieuws.querysets import news_items
from wijkteams.wards import ward_items

if TYPE_CHECKING:
    from home.models import HomePage

WARDS_SHOWN = 24


def front_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The last news of all wards, the wards with their outlines, and the map."""
    wards = ward_items(page.locale, limit=WARDS_SHOWN)
    return {
        "nieuws": news_items(page.locale, limit=6).items,
        "nieuws_url": f"{page.get_url(request)}nieuws/",
        "wijken": wards.items,
        "wijken_total": wards.total,
        "wijken_url": reverse("wijken"),
        "kaarten": [],
    }
