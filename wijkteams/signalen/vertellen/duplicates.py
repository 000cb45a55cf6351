"""Signals that may be the same one: near, of the same kind, and not long ago (requirement G6)."""

from __future__ import annotations

import math
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from wijkteams.maps.distance import METRES_PER_DEGREE, metres
from wijkteams.models import Wijk
from wijkteams.signalen.models import GESLOTEN, Categorie, Signaal
from wijkteams.signalen.openbaar.links import on_the_site
from wijkteams.signalen.plaats import GRID

TOLD_WITHIN = timedelta(days=365)
SOLVED_WITHIN = timedelta(days=60)
"Who sees that it was solved last month, tells that it is back there, and not as something new."
MOST = 200


def find(
    categorie: Categorie,
    latitude: float | None,
    longitude: float | None,
    *,
    wijk: Wijk | None,
    limit: int = 5,
) -> list[Signaal]:
    """Public signals that a resident may recognise, the nearest first.

    Without a place: those about the whole ward. How far one is, is measured to where the site
    shows it: trying places tells nobody where a limited one really is. Each gets `metres`.
    """
    rows = _recent(categorie)
    if latitude is None or longitude is None:
        whole = rows.filter(wijk=wijk, hele_wijk=True)[:limit]
        return [_with_distance(one, None) for one in whole]
    near = []
    for one in rows.filter(_box(latitude, longitude, categorie.straal + GRID))[:MOST]:
        if one.openbaar_latitude is not None and one.openbaar_longitude is not None:
            far = metres(latitude, longitude, one.openbaar_latitude, one.openbaar_longitude)
            if far <= categorie.straal:
                near.append(_with_distance(one, far))
    near.sort(key=lambda one: one.metres)  # type: ignore[attr-defined]
    return near[:limit]


def _recent(categorie: Categorie) -> QuerySet[Signaal]:
    now = timezone.now()
    lately = ~Q(staat__in=GESLOTEN) | Q(gesloten_op__gte=now - SOLVED_WITHIN)
    rows = on_the_site().filter(lately, categorie=categorie)
    return rows.filter(gemeld_op__gte=now - TOLD_WITHIN).select_related(
        "categorie", "wijk", "buurt"
    )


def _box(latitude: float, longitude: float, around: float) -> Q:
    """A square that the index finds; the exact metres come after it."""
    high = around / METRES_PER_DEGREE
    wide = high / max(math.cos(math.radians(latitude)), 0.01)
    return Q(
        latitude__range=(latitude - high, latitude + high),
        longitude__range=(longitude - wide, longitude + wide),
    )


def _with_distance(signaal: Signaal, far: float | None) -> Signaal:
    signaal.metres = far  # type: ignore[attr-defined]
    return signaal
