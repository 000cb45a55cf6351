"""What is on, on the front page of a ward and of the city."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from wijkteams.activiteiten.agenda.lines import Line, lines_of
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.marks import CITY_FRONT, WARD_FRONT
from wijkteams.vermeldingen.querying import Choice
from wijkteams.vermeldingen.upcoming import first_of

if TYPE_CHECKING:
    from wagtail.models import Locale

    from wijkteams.listing import ListItem
    from wijkteams.models import Wijk, WijkPage

SHOWN = 4
READ = 24
"A weekly club stands there once: so many are read to find others."


def soon(page: WijkPage, request: HttpRequest) -> dict[str, Any]:
    """Four activities of the ward, and the address of its agenda."""
    return {
        "activiteiten": soon_lines(page.locale, page.wijk),
        "agenda_url": page.section_urls(request).get("agenda", ""),
    }


def soon_lines(locale: Locale, wijk: Wijk | None = None, shown: int = SHOWN) -> list[Line]:
    """What editors chose for this front page, then what comes first; each activity once.

    They stand in the order in which they take place: who chose is no matter for the reader.
    """
    now = timezone.now()
    mark = WARD_FRONT if wijk is not None else CITY_FRONT
    all_of_it = Choice(ACTIVITEIT, wijk=wijk)
    chosen = replace(all_of_it, marks=frozenset({mark}))
    items = first_of(locale, [chosen, all_of_it], start=now, limit=READ)
    items.sort(key=lambda item: mark not in item.marks)
    found = _each_once(items)[:shown]
    return sorted(lines_of(found), key=lambda line: line.item.starts_at or now)


def _each_once(items: Iterable[ListItem]) -> list[ListItem]:
    """Only the first time of each activity that takes place."""
    found: dict[str, ListItem] = {}
    for item in items:
        if item.status != "afgelast":
            found.setdefault(item.url.removesuffix(f"{item.occurrence}/"), item)
    return list(found.values())
