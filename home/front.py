"""What the hub's front page shows: a reading of all wards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse

from core.models import StadInstellingen
from core.page_cache import Remembered
from core.places import url_of
from core.surroundings import surroundings_of
from enquetes.overzicht.front_part import surveys_now
from nieuws.abonneren.front_part import offer_url
from nieuws.listing import news_items
from wijkteams.activiteiten.front_part import soon_lines
from wijkteams.initiatieven.openbaar.front_part import initiatives_in_the_city
from wijkteams.models import Kaart
from wijkteams.signalen.openbaar.front_part import signals_now
from wijkteams.wards import ward_items

if TYPE_CHECKING:
    from home.models import HomePage

WARDS_SHOWN = 24
AGENDA_SHOWN = 6
MAPS_SHOWN = 12


def front_context(page: HomePage, request: HttpRequest) -> dict[str, Any]:
    """The last news of all wards, the wards with their outlines, and the map."""
    wards = ward_items(page.locale, limit=WARDS_SHOWN, request=request)
    sections = {one.slug: url_of(one, request) for one in surroundings_of(page, request).own_pages}
    return {
        "nieuws": news_items(page.locale, limit=6).items,
        "nieuws_url": f"{page.get_url(request)}nieuws/",
        "activiteiten": soon_lines(page.locale, shown=AGENDA_SHOWN),
        "agenda_url": f"{page.get_url(request)}agenda/",
        "enquetes": surveys_now(page.locale),
        "enquetes_url": sections.get("enquetes", ""),
        "signalen": signals_now(),
        "signalen_url": sections.get("signalen", ""),
        "initiatieven": initiatives_in_the_city(page.locale),
        "initiatieven_url": sections.get("initiatieven", ""),
        "nieuwsbrief_url": offer_url(None, page.locale.language_code),
        "wijken": wards.items,
        "wijken_total": wards.total,
        "wijken_url": reverse("wijken"),
        "kaarten": maps_shown(request),
    }


_MAPS: Remembered[list[Kaart]] = Remembered()


def maps_shown(request: HttpRequest) -> list[dict[str, Any]]:
    """The maps that are drawn, one for each gemeente; wards without a gemeente are the city's."""
    maps = _MAPS.get("all", lambda: list(Kaart.objects.all()[:MAPS_SHOWN]))
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
