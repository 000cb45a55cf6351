"""Open signals near a place: shown to who writes down another, and to who looks at one (G12)."""

from __future__ import annotations

import math

from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.models.querysets import SignaalQuerySet

LEAST = 150
"Metres: nearer than this a team wants to know of it, whatever the category says."


def near(
    rows: SignaalQuerySet, latitude: float, longitude: float, metres: int, limit: int = 5
) -> list[Signaal]:
    """Those of `rows` within so many metres, the nearest first."""
    high = metres / METRES_PER_DEGREE
    wide = high / max(math.cos(math.radians(latitude)), 0.01)
    box = rows.filter(
        latitude__range=(latitude - high, latitude + high),
        longitude__range=(longitude - wide, longitude + wide),
    )
    found = [(metres_to(one, latitude, longitude), one.pk, one) for one in box[:200]]
    return [one for away, _pk, one in sorted(found) if away <= metres][:limit]


def metres_to(signaal: Signaal, latitude: float, longitude: float) -> float:
    """How far a signal is from a place; good enough within a city."""
    north = (signaal.latitude or 0.0) - latitude
    east = ((signaal.longitude or 0.0) - longitude) * math.cos(math.radians(latitude))
    return math.hypot(north, east) * METRES_PER_DEGREE


def like(rows: SignaalQuerySet, signaal: Signaal) -> list[Signaal]:
    """Open signals of the same kind near this one in its ward: they may be the same."""
    if signaal.latitude is None or signaal.longitude is None:
        return []
    same = rows.open().filter(
        wijk=signaal.wijk_id, categorie=signaal.categorie_id, samengevoegd_in=None
    )
    same = same.exclude(pk=signaal.pk).select_related("categorie")
    metres = max(signaal.categorie.straal, LEAST)
    return near(same, signaal.latitude, signaal.longitude, metres)
