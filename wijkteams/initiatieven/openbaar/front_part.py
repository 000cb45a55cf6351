"""'Buurt in actie' on the front page of a ward and of the city: what residents start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from wijkteams.initiatieven.openbaar.asked import LOPEND, Asked
from wijkteams.initiatieven.openbaar.cards import Card, cards_of
from wijkteams.initiatieven.openbaar.choosing import listed, newest
from wijkteams.initiatieven.openbaar.overview import idea_url

if TYPE_CHECKING:
    from wagtail.models import Locale

    from wijkteams.models import Wijk, WijkPage

SHOWN = 3


def what_residents_start(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """What goes on in the ward now, and the ways to all of it and to an idea of one's own."""
    if page.wijk.has_ended:
        return {}
    return {
        "initiatieven": initiatives_now(page.locale, page.wijk),
        "initiatieven_url": page.section_urls(request).get("initiatieven", ""),
        "idee_url": idea_url(page.wijk),
    }


def initiatives_now(locale: Locale, wijk: Wijk | None = None) -> list[Card]:
    """Those that go on, who ask for help in front. At most three questions."""
    rows = listed(wijk, Asked(staat=LOPEND))
    asking = newest(rows).order_by("-zoekt_hulp", "-laatste_teken", "-pk")
    return cards_of(asking[:SHOWN], locale)
