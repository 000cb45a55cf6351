"""A news item, for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.absolute import absolute
from core.structured import social_image
from wijkteams.listing import ward_url
from wijkteams.structured import short_organization

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefPage, NieuwsPage

HEADLINE_LENGTH = 110


def news_article(page: NieuwsPage | NieuwsbriefPage, request: HttpRequest) -> dict[str, Any]:
    """An item or a newsletter with its dates, its picture and whose it is."""
    url = page.get_url(request) or "/"
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title[:HEADLINE_LENGTH],
        "description": page.description_for_search,
        "datePublished": (page.first_published_at or page.date).isoformat(),
        "inLanguage": page.locale.language_code,
        "mainEntityOfPage": absolute(url),
    }
    if page.last_published_at:
        found["dateModified"] = page.last_published_at.isoformat()
    if page.image is not None:
        found["image"] = [social_image(page)[0]]
    if page.wijk is not None:
        team = short_organization(page.wijk, absolute(ward_url(url, page.wijk)))
        found |= {"author": team, "publisher": team}
    return {key: value for key, value in found.items() if value}
