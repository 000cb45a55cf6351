"""The offer of a newsletter on the front page of a ward and of the city."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.page_cache import Remembered
from nieuws.abonneren.links import sign_up_url
from nieuws.models import Lijst

if TYPE_CHECKING:
    from wijkteams.models import Wijk, WijkPage

_OPEN: Remembered[frozenset[int | None]] = Remembered()


def _open() -> frozenset[int | None]:
    rows = Lijst.objects.open().order_by().values_list("wijk", flat=True)
    return frozenset(rows.distinct())


def offer_url(wijk: Wijk | None, language: str) -> str:
    """Where a reader of this language asks for the newsletter; empty where nobody can."""
    if wijk is not None and wijk.has_ended:
        return ""
    takes_readers = (wijk.pk if wijk is not None else None) in _OPEN.get("open", _open)
    return sign_up_url(wijk, language) if takes_readers else ""


def newsletter_offer(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """For the front page of a ward."""
    return {"nieuwsbrief_url": offer_url(page.wijk, page.locale.language_code)}
