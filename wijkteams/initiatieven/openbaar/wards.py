"""How many initiatives each ward has, on the page of the whole city."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from core.page_cache import Remembered
from wijkteams.models import Kaart

if TYPE_CHECKING:
    from wijkteams.initiatieven.models.querysets import InitiatiefQuerySet
    from wijkteams.initiatieven.openbaar.asked import Asked

MOST = 24
"The wards with the most; a city of a thousand has the finder for the others."
MOST_MAPS = 4
_MAPS: Remembered[list[Kaart]] = Remembered()


@dataclass(frozen=True)
class WardLine:
    """A ward with its numbers."""

    name: str
    palette: str
    on_map: int | None
    "Its number on the map of the wards."
    number: int
    asking: int
    "Of them, how many ask for help."
    url: str


def ward_lines(rows: InitiatiefQuerySet, asked: Asked) -> list[WardLine]:
    """The wards with initiatives among these, most first. One question."""
    named = ("wijk__slug", "wijk__name", "wijk__palette", "wijk__omtrek__number")
    asking = Count("pk", filter=Q(zoekt_hulp=True))
    counted = rows.exclude(wijk=None).order_by().values_list(*named)
    found = counted.annotate(number=Count("pk"), asking=asking).order_by("-number", "wijk__name")
    return [
        WardLine(name, palette, on_map, number, asks, f"{asked.address(wijk=slug, vak='')}#lijst")
        for slug, name, palette, on_map, number, asks in found[:MOST]
    ]


def city_maps() -> list[Kaart]:
    """The drawn maps of the wards."""
    return _MAPS.get("all", lambda: list(Kaart.objects.all()[:MOST_MAPS]))
