"""A survey, for search engines. Schema.org knows no survey: it is a page that ends at a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.absolute import absolute
from core.structured import social_image
from wijkteams.listing import ward_url
from wijkteams.structured import short_organization

if TYPE_CHECKING:
    from enquetes.models import EnquetePage


def survey(page: EnquetePage, request: HttpRequest) -> dict[str, Any]:
    """What it is about, whose it is, and until when one can answer."""
    url = page.get_url(request) or "/"
    found: dict[str, Any] = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.description_for_search,
        "url": absolute(url),
        "inLanguage": page.locale.language_code,
        "datePublished": page.first_published_at and page.first_published_at.isoformat(),
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "expires": (closes_at := _closes_at(page)) and closes_at.isoformat(),
        "image": [social_image(page)[0]] if page.image is not None else None,
    }
    if page.wijk is not None:
        found["publisher"] = short_organization(page.wijk, absolute(ward_url(url, page.wijk)))
    return {key: value for key, value in found.items() if value}


def _closes_at(page: EnquetePage) -> datetime | None:
    """As it was published: a translation, or a draft, may say something else."""
    from enquetes.overzicht.face import published

    enquete = published(page)
    return enquete.closes_at if enquete else page.closes_at
