"""What stands on the page of a theme: only of signals that all may see, and counts of the rest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from core import page_cache
from wijkteams.signalen.models import Klasse, Signaal, Staat, Themasignaal
from wijkteams.signalen.openbaar.choosing import newest
from wijkteams.signalen.openbaar.shown import shown_all
from wijkteams.signalen.themas.binding import signals_of
from wijkteams.signalen.themas.grid import heat_map

if TYPE_CHECKING:
    from wijkteams.signalen.models import SignaalthemaPage

ENOUGH = 5
"So many confidential signals before their number is told."
QUOTES, LISTED = 6, 12


@dataclass(frozen=True)
class Summary:
    """What the signals of a theme say together."""

    count: int
    "Of those that all may see."
    hidden: int
    "Of confidential ones, when there are enough; else 0."
    first: date | None
    last: date | None
    others: int
    "How many people said that they have it too."
    states: list[tuple[str, int]]


def theme_context(page: SignaalthemaPage, request: HttpRequest) -> dict[str, Any]:
    """What the signals of this theme say."""
    page_cache.shows(f"signalen:{page.wijk_id or 'stad'}")
    public = signals_of(page).openbaar()  # type: ignore[attr-defined]
    rows = list(
        public.values_list(
            "gemeld_op", "staat", "openbaar_latitude", "openbaar_longitude", "aantal_mee"
        )
    )
    points = [(row[2], row[3]) for row in rows if row[2] is not None and row[3] is not None]
    return {
        "summary": summary_of(rows, _hidden(page)),
        "heat_map": heat_map(page.wijk_id, points, len(rows)),
        "quotes": _quotes(page, public),
        "lines": shown_all(newest(public)[:LISTED]),
    }


def summary_of(rows: list[tuple[Any, ...]], hidden: int) -> Summary:
    """Count rows of (moment, state, …, others)."""
    days = sorted(timezone.localdate(row[0]) for row in rows)
    states = Counter(row[1] for row in rows)
    return Summary(
        count=len(rows),
        hidden=hidden if hidden >= ENOUGH else 0,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        others=sum(row[4] for row in rows),
        states=[(str(staat.label), states[staat]) for staat in Staat if states[staat]],
    )


def _hidden(page: SignaalthemaPage) -> int:
    return signals_of(page).filter(klasse=Klasse.VERTROUWELIJK).count()


def _quotes(page: SignaalthemaPage, public: QuerySet[Signaal]) -> list[str]:
    """Words that the team chose, of who said that we may use them (requirement G10)."""
    spoken = public.filter(klasse=Klasse.OPENBAAR, citaat=True)
    rows = Themasignaal.objects.filter(
        translation_key=page.translation_key, signaal__in=spoken.values("pk")
    )
    found = rows.exclude(citaat="").order_by("pk").values_list("citaat", flat=True)
    return list(found[:QUOTES])
