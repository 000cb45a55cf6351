"""What the archive of newsletters shows (requirement N11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from nieuws.listing import NIEUWSBRIEF
from nieuws.nieuwsbrief.addresses import sign_up_path
from wijkteams.vermeldingen.querying import Choice, newest

if TYPE_CHECKING:
    from nieuws.models import NieuwsbriefIndexPage

PAGE_SIZE = 20


def archive_context(page: NieuwsbriefIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The newsletters of a ward, newest first; on the hub those of the city and of all wards."""
    choice = Choice(NIEUWSBRIEF, wijk=page.wijk)
    before = request.GET.get("voor", "")
    found = newest(page.locale, choice, limit=PAGE_SIZE, before=before)
    return {
        "items": found.items,
        "older_url": f"?voor={found.older}" if found.older else None,
        "is_hub": page.wijk_id is None,
        "feed_url": f"{page.get_url(request)}rss.xml",
        "sign_up_url": sign_up_path(page),
    }
