"""What the hub's front page shows: a reading of all wards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse

from core.models import StadInstellingen
from nieuws.querysets import news_items
from wijkteams.models import Kaart
from wijkteams.wards import ward_items

if TYPE_CHECKING:
    from home.models import HomePage

WARDS_SHOWN = 24
MAPS_SHOWN = 12


def front_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The last news of all wards, the wards with their outlines, and the map."""
    wards = ward_items(page.locale, limit=WARDS_SHOWN, request=request)
    return {
        "nieuws": news_items(page.locale, limit=6).items,
        "nieuws_url": f"{page.get_url(request)}nieuws/",
        "wijken": wards.items,
        "wijken_total": wards.total,
        "wijken_url": reverse("wijken"),
        "kaarten": maps_shown(request),
    }


def maps_shown(request: HttpRequest) -> list[dict[str, Any]]:
    """The maps that are drawn, one for each gemeente; wards without a gemeente are the city's."""
    maps = list(Kaart.objects.all()[:MAPS_SHOWN])
    city = "" if all(kaart.gemeente for kaart in maps) else _city(request)
    return [
        {
            "gemeente": kaart.gemeente or city,
            "url": kaart.url,
            "width": kaart.width,
            "height": kaart.height,
        }
        for kaart in maps
    ]


def _city(request: HttpRequest) -> str:
    return StadInstellingen.for_request(request).stad
