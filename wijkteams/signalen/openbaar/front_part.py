"""'Wat speelt er' on the front page of a ward and of the city: what residents see now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from wijkteams.signalen.openbaar.choosing import newest, of_ward
from wijkteams.signalen.openbaar.links import tell_url
from wijkteams.signalen.openbaar.shown import Publiek, shown_all

if TYPE_CHECKING:
    from wijkteams.models import Wijk, WijkPage

SHOWN = 3
FRESH = timedelta(days=90)
"So long after its last change it is told on the front page."


def what_goes_on(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """The signals of the ward that changed last, and the addresses of list and form."""
    if page.wijk.has_ended:
        return {}
    return {
        "signalen": signals_now(page.wijk),
        "signalen_url": page.section_urls(request).get("signalen", ""),
        "signaal_url": tell_url(page.wijk),
    }


def signals_now(wijk: Wijk | None = None) -> list[Publiek]:
    """What changed last, without pictures. At most two questions."""
    rows = newest(of_ward(wijk)).filter(bijgewerkt_op__gte=timezone.now() - FRESH)
    return shown_all(rows.order_by("-bijgewerkt_op", "-pk")[:SHOWN], photos=False)
