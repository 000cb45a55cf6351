"""What the news pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from nieuws.abonneren.front_part import offer_url
from nieuws.listing import NIEUWS, news_items
from wijkteams.vermeldingen.querying import Choice, related

if TYPE_CHECKING:
    from nieuws.models import NieuwsIndexPage, NieuwsJaarPage, NieuwsPage

PAGE_SIZE = 20


def _older_url(older: str | None) -> str | None:
    return f"?voor={older}" if older else None


def index_context(page: NieuwsIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The newest items of a ward or (on the hub) of all wards, and the years."""
    news = news_items(
        page.locale, wijk=page.wijk, limit=PAGE_SIZE, before=request.GET.get("voor", "")
    )
    years = page.get_children().live().order_by("-slug").only("title", "url_path", "path")
    return {
        "items": news.items,
        "older_url": _older_url(news.older),
        "is_hub": page.wijk_id is None,
        "jaren": [{"title": year.title, "url": year.get_url(request)} for year in years],
        "feed_url": f"{page.get_url(request)}rss.xml",
        "sign_up_url": offer_url(page.wijk, page.locale.language_code),
    }


def year_context(page: NieuwsJaarPage, request: HttpRequest) -> dict[str, Any]:
    """The items of one year."""
    year = int(page.slug) if page.slug.isdigit() else None
    news = news_items(
        page.locale,
        wijk=page.wijk,
        year=year,
        limit=PAGE_SIZE,
        before=request.GET.get("voor", ""),
    )
    return {
        "items": news.items,
        "older_url": _older_url(news.older),
        "is_hub": page.wijk_id is None,
    }


def item_context(page: NieuwsPage, request: HttpRequest) -> dict[str, Any]:
    """What it is about, and three other items of the same ward."""
    themas = list(page.themas.all())
    choice = Choice(NIEUWS, wijk=page.wijk, exclude=page.pk)
    return {
        "buurten": list(page.buurten.all().defer("boundary", "imported")),
        "themas": themas,
        "more": related(page.locale, choice, [thema.pk for thema in themas], limit=3),
    }
