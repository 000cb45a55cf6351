"""A small map of one ward with signals on it, drawn here: nothing is asked of another site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from wijkteams.maps.plattegrond import SIZE, Plattegrond, plattegrond_of
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.models.querysets import SignaalQuerySet

MOST = 400
"More dots than that are one blot."


@dataclass(frozen=True)
class Dot:
    """A signal on the map."""

    x: float
    y: float
    url: str
    label: str


@dataclass(frozen=True)
class LittleMap:
    """What the template draws."""

    outline: str
    inner: str
    dots: list[Dot]
    corners: str
    "West, north, east and south: a script turns a click into a place."
    size: int = SIZE


def map_of(wijk_id: int, rows: SignaalQuerySet) -> LittleMap | None:
    """The signals of one ward, where they are; None when the ward has no border."""
    ground = plattegrond_of(wijk_id)
    if ground is None:
        return None
    near = rows.filter(wijk=wijk_id, latitude__isnull=False, longitude__isnull=False)
    names = ("pk", "code", "titel", "latitude", "longitude")
    return _drawn(ground, [_of(ground, Signaal(**row)) for row in near.values(*names)[:MOST]])


def map_with(signaal: Signaal, others: Iterable[Signaal] = ()) -> LittleMap | None:
    """Where one signal is; None when that is not known."""
    if signaal.latitude is None or signaal.longitude is None:
        return None
    ground = plattegrond_of(signaal.wijk_id)
    if ground is None:
        return None
    return _drawn(ground, [_of(ground, one) for one in (*others, signaal)])


def _of(ground: Plattegrond, signaal: Signaal) -> Dot:
    x, y = ground.spot((signaal.longitude or 0.0, signaal.latitude or 0.0))
    url = reverse("signalen:een", args=[signaal.pk])
    return Dot(x, y, url, f"{signaal.titel} ({signaal.code})")


def _drawn(ground: Plattegrond, dots: list[Dot]) -> LittleMap:
    shown = [dot for dot in dots if 0 <= dot.x <= SIZE and 0 <= dot.y <= SIZE]
    (west, north), (east, south) = ground.place(0, 0), ground.place(SIZE, SIZE)
    corners = f"{west} {north} {east} {south}"
    return LittleMap(ground.path(ground.rings), ground.path(ground.inner), shown, corners)
