"""A ward's team, for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.absolute import absolute

if TYPE_CHECKING:
    from wijkteams.models import Wijk, WijkPage


def organization(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """The wijkteam: who it is, where it works and how to reach it."""
    wijk = page.wijk
    found: dict[str, Any] = {
        **short_organization(wijk, absolute(page.get_url(request) or "/")),
        "description": page.description_for_search,
        "areaServed": {"@type": "AdministrativeArea", "name": wijk.name},
        "email": wijk.contact_email,
        "telephone": wijk.contact_phone,
        "address": wijk.meeting_place,
    }
    if wijk.gemeente:
        found["areaServed"]["containedInPlace"] = {
            "@type": "AdministrativeArea",
            "name": wijk.gemeente,
        }
    return {key: value for key, value in found.items() if value}


def short_organization(wijk: Wijk, url: str) -> dict[str, Any]:
    """The wijkteam as other things name it."""
    return {"@type": "Organization", "@id": f"{url}#wijkteam", "name": wijk.name, "url": url}
