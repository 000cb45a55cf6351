"""An initiative, for search engines (schema.org/Project)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.absolute import absolute
from core.places import url_of
from core.structured import social_image
from wijkteams.initiatieven.models import Initiatief
from wijkteams.listing import ward_url
from wijkteams.structured import short_organization

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatiefPage


def project(page: InitiatiefPage, request: HttpRequest) -> dict[str, Any]:
    """What it is, since when, where and with whom. No names of residents."""
    url = url_of(page, request) or "/"
    found: dict[str, Any] = {
        "@type": "Project",
        "name": page.title,
        "description": page.description_for_search,
        "url": absolute(url),
        "image": [social_image(page)[0]] if page.image is not None else None,
        **_of_row(page),
    }
    if page.wijk is not None:
        team = absolute(ward_url(url, page.wijk))
        found["parentOrganization"] = short_organization(page.wijk, team)
    return {key: value for key, value in found.items() if value}


def _of_row(page: InitiatiefPage) -> dict[str, Any]:
    row = Initiatief.objects.filter(translation_key=page.translation_key).first()
    if row is None:
        return {}
    found: dict[str, Any] = {"foundingDate": row.created_at.date().isoformat()}
    if row.afgesloten_op is not None:
        found["dissolutionDate"] = row.afgesloten_op.date().isoformat()
    if row.latitude is not None and row.longitude is not None:
        found["location"] = {
            "@type": "Place",
            "name": row.plaats_tekst or page.title,
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": row.latitude,
                "longitude": row.longitude,
            },
        }
    return found
