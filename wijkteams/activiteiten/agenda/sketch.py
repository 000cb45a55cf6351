"""The map beside the list. In a ward its outline, with a number for each place; in the city the
map of the wards. A picture for the eye: everything on it stands in the list too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q

from core.blocks.ground import Ground
from core.page_cache import Remembered
from wijkteams.activiteiten.agenda.lines import Line, numbered
from wijkteams.activiteiten.models.locatie import Locatie
from wijkteams.ground import ground_of
from wijkteams.models import Kaart, Omtrek

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import AgendaPage

_MAPS: Remembered[list[Kaart]] = Remembered()
MOST_MAPS = 4
NEAR = 18
"What lies closer would hide a number."


@dataclass(frozen=True)
class Dot:
    """A place on the outline, with its number in the list."""

    number: int
    x: int
    y: int
    name: str
    address: str = ""


def map_context(page: AgendaPage, lines: list[Line]) -> dict[str, Any]:
    """The map, and the lines with their numbers on it."""
    if page.wijk is None:
        return _of_city(lines)
    ground = ground_of(page.wijk)
    if ground is None:
        return {"lines": lines}
    dots = _dots(page, ground, list(dict.fromkeys(line.item.place for line in lines)))
    numbers = {dot.name: dot.number for dot in dots}
    return {
        "lines": [numbered(line, numbers.get(line.item.place, 0)) for line in lines],
        "sketch": {"ground": ground, "dots": dots},
    }


def _dots(page: AgendaPage, ground: Ground, names: list[str]) -> list[Dot]:
    """The places in the order of the list, with what is the ward's own before what is shared."""
    own = Q(wijk=page.wijk) | Q(wijk=None)
    known = Locatie.objects.filter(own, name__in=names).exclude(latitude=None)
    known = known.exclude(longitude=None).order_by(F("wijk").asc(nulls_first=True))
    places = {place.name: place for place in known}
    found: list[Dot] = []
    for place in (places[name] for name in names if name in places):
        if place.latitude is None or place.longitude is None:
            continue
        spot = ground.dot(place.latitude, place.longitude)
        if spot is not None:
            x, y = apart(spot, [(dot.x, dot.y) for dot in found])
            found.append(Dot(len(found) + 1, x, y, place.name, place.address))
    return found


def apart(spot: tuple[int, int], others: list[tuple[int, int]]) -> tuple[int, int]:
    """The nearest spot where a number does not lie on another one."""
    for radius in range(0, 5 * NEAR, NEAR // 2):
        for turn in range(8 if radius else 1):
            x = spot[0] + round(radius * math.cos(turn * math.pi / 4))
            y = spot[1] + round(radius * math.sin(turn * math.pi / 4))
            if all(math.hypot(x - a, y - b) >= NEAR for a, b in others):
                return x, y
    return spot


def _of_city(lines: list[Line]) -> dict[str, Any]:
    """The number of a line is that of its ward on the map."""
    slugs = {line.item.wijk_url.rstrip("/").rpartition("/")[2] for line in lines} - {""}
    rows = Omtrek.objects.filter(wijk__slug__in=slugs).values_list("wijk__slug", "number")
    numbers = dict(rows)
    maps = _MAPS.get("all", lambda: list(Kaart.objects.all()[:MOST_MAPS]))
    return {
        "lines": [
            numbered(line, numbers.get(line.item.wijk_url.rstrip("/").rpartition("/")[2], 0))
            for line in lines
        ],
        "kaarten": maps,
    }
