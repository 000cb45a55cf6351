"""The last news on a ward's front page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from nieuws.listing import news_items

if TYPE_CHECKING:
    from wijkteams.models import WijkPage


def last_news(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """Three items and the address of the whole list."""
    return {
        "nieuws": news_items(page.locale, wijk=page.wijk, limit=3).items,
        "nieuws_url": page.section_urls(request).get("nieuws", ""),
    }
