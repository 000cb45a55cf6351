"""How many signals each ward has: what the city sees instead of dots that nobody can tell apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from core.page_cache import Remembered
from wijkteams.models import Kaart
from wijkteams.signalen.models import GESLOTEN
from wijkteams.signalen.openbaar.links import section_urls

if TYPE_CHECKING:
    from wijkteams.signalen.models.querysets import SignaalQuerySet
    from wijkteams.signalen.openbaar.asked import Asked

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
    busy: int
    "Of them, how many the team is not ready with."
    url: str


def ward_lines(rows: SignaalQuerySet, asked: Asked) -> list[WardLine]:
    """The wards with signals among these, most first. Two questions."""
    busy = Count("pk", filter=~Q(staat__in=GESLOTEN))
    named = ("wijk", "wijk__name", "wijk__palette", "wijk__omtrek__number")
    counted = rows.order_by().values_list(*named).annotate(number=Count("pk"), busy=busy)
    found = list(counted.order_by("-number", "wijk__name")[:MOST])
    urls = section_urls(row[0] for row in found)
    query = asked.address(wijk="", buurt="", vak="")
    back = "" if query == "?" else query
    return [
        WardLine(name, palette, on_map, number, open_, f"{urls[pk]}{back}")
        for pk, name, palette, on_map, number, open_ in found
        if pk in urls
    ]


def city_maps() -> list[Kaart]:
    """The drawn maps of the wards."""
    return _MAPS.get("all", lambda: list(Kaart.objects.all()[:MOST_MAPS]))
