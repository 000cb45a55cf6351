"""'Denk mee' on the front page of a ward and of the city: what one can answer now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from core import page_cache
from enquetes.listing import ENQUETE
from enquetes.models import Stand
from enquetes.overzicht.overview import OPEN, RESULTS, Line, listed
from wijkteams.vermeldingen.querying import Choice

if TYPE_CHECKING:
    from wagtail.models import Locale

    from wijkteams.models import Wijk, WijkPage

SHOWN = 3
FRESH = timedelta(days=60)
"So long after the closing, results are told on the front page."


def ask_the_ward(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """The surveys of the ward, and the address of the whole list."""
    return {
        "enquetes": surveys_now(page.locale, page.wijk),
        "enquetes_url": page.section_urls(request).get("enquetes", ""),
    }


def surveys_now(locale: Locale, wijk: Wijk | None = None) -> list[Line]:
    """What is open, what closes first in front; then results of the last weeks. One question."""
    lines = listed(locale, Choice(ENQUETE, wijk=wijk), limit=SHOWN, ranks=(OPEN, RESULTS))
    return [line for line in lines if line.stand == Stand.OPEN or _is_fresh(line)]


def _is_fresh(line: Line) -> bool:
    closed = line.item.ends_at
    if closed is None:
        return True
    until = closed + FRESH
    page_cache.valid_until(until)
    return until > timezone.now()
