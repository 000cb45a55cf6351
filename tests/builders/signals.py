"""Signals for the wards of a large city: each ward has its own place, and its signals lie in it."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from tests.builders import texts
from tests.builders.rows import analyze
from wijkteams.kanaal import Kanaal
from wijkteams.maps.distance import METRES_PER_DEGREE
from wijkteams.models import Wijk
from wijkteams.signalen.models import (
    GESLOTEN,
    Categorie,
    Klasse,
    Openbaarheid,
    Opvolging,
    Signaal,
    Staat,
)
from wijkteams.signalen.models.signaal import new_code
from wijkteams.signalen.plaats import public_place

AT_ONCE = 2000
LATITUDE, LONGITUDE = 52.0, 4.7
"The south-west corner of the city."
SIDE = 800
"Metres: a ward is a round of this wide, in a row of so many:"
PER_ROW = 32
CORNERS = 24
MONTHS = 18
STATES = [*[Staat.OPGELOST] * 4, Staat.GEEN_ACTIE, *list(Staat)]


@dataclass(frozen=True)
class Built:
    """What was made, and how long that took."""

    signals: int
    seconds: float


def build_signals(wijken: Sequence[Wijk], signals: int) -> Built:
    """So many in all, spread over the wards, their categories and eighteen months."""
    began, random = time.monotonic(), Random(signals)
    for wijk, (latitude, longitude) in zip(wijken, _places(), strict=False):
        wijk.boundary = _round(latitude, longitude)
    Wijk.objects.bulk_update(wijken, ["boundary"], batch_size=100)
    categories = list(Categorie.objects.filter(wijk=None))
    middles = dict(zip([wijk.pk for wijk in wijken], _places(), strict=False))
    codes = _codes(signals)
    for start in range(0, signals, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, signals))
        made = [_signal(wijken[n % len(wijken)], categories, middles, random) for n in numbers]
        for signaal in made:
            signaal.code = codes.pop()
        Signaal.objects.bulk_create(made, batch_size=400)
        Opvolging.objects.bulk_create(list(_steps(made, random)), batch_size=1000)
    analyze()
    return Built(signals, time.monotonic() - began)


def _codes(count: int) -> set[str]:
    """So many, none of them twice."""
    codes: set[str] = set()
    while len(codes) < count:
        codes.add(new_code())
    return codes


def _places() -> Iterable[tuple[float, float]]:
    """The middle of each ward, row by row."""
    number = 0
    per_degree = METRES_PER_DEGREE * math.cos(math.radians(LATITUDE))
    while True:
        row, column = divmod(number, PER_ROW)
        yield LATITUDE + row * SIDE / METRES_PER_DEGREE, LONGITUDE + column * SIDE / per_degree
        number += 1


def _round(latitude: float, longitude: float) -> dict[str, Any]:
    high = SIDE / 2 / METRES_PER_DEGREE
    wide = high / math.cos(math.radians(latitude))
    angles = [math.tau * n / CORNERS for n in range(CORNERS)]
    ring = [[longitude + wide * math.cos(a), latitude + high * math.sin(a)] for a in angles]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _signal(
    wijk: Wijk, categories: list[Categorie], middles: dict[int, tuple[float, float]], random: Random
) -> Signaal:
    categorie, staat = random.choice(categories), random.choice(STATES)
    moment = timezone.now() - timedelta(minutes=random.randrange(MONTHS * 30 * 24 * 60))
    signaal = Signaal(
        wijk=wijk,
        categorie=categorie,
        klasse=categorie.klasse,
        staat=staat,
        openbaarheid=_visibility(categorie, random),
        titel=texts.title(random)[:120],
        tekst=texts.sentence(random) * 2,
        plaats_tekst=f"Kadeweg {random.randrange(1, 200)}",
        kanaal=random.choice([Kanaal.WEB, Kanaal.WEB, Kanaal.TELEFOON]),
        aantal_mee=random.choice([0, 0, 0, 1, 4, 12]),
        stap=1,
        gemeld_op=moment,
        bijgewerkt_op=moment,
        gesloten_op=_closed(staat, moment),
    )
    signaal.latitude, signaal.longitude = _within(middles[wijk.pk], random)
    public_place(signaal)
    return signaal


def _visibility(categorie: Categorie, random: Random) -> Openbaarheid:
    if categorie.klasse == Klasse.VERTROUWELIJK:
        return Openbaarheid.VERBORGEN
    return Openbaarheid.OPENBAAR if random.random() < 0.9 else Openbaarheid.WACHT


def _closed(staat: str, moment: datetime) -> datetime | None:
    return min(moment + timedelta(days=20), timezone.now()) if staat in GESLOTEN else None


def _within(middle: tuple[float, float], random: Random) -> tuple[float, float]:
    angle, far = random.random() * math.tau, SIDE / 2 * math.sqrt(random.random()) * 0.95
    per_degree = METRES_PER_DEGREE * math.cos(math.radians(middle[0]))
    north, east = far * math.sin(angle) / METRES_PER_DEGREE, far * math.cos(angle) / per_degree
    return middle[0] + north, middle[1] + east


def _steps(signalen: Iterable[Signaal], random: Random) -> Iterable[Opvolging]:
    """That it was told, and what was done last."""
    for signaal in signalen:
        yield Opvolging(signaal=signaal, naar=Staat.NIEUW, wanneer=signaal.gemeld_op)
        if signaal.staat != Staat.NIEUW:
            yield Opvolging(
                signaal=signaal,
                van=Staat.NIEUW,
                naar=signaal.staat,
                openbare_zin=texts.sentence(random)[:600],
                wanneer=signaal.gemeld_op + timedelta(hours=9),
            )
