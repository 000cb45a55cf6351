"""Signals for the wards of a large city: each ward has its own place, and its signals lie in it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from tests.builders import texts
from tests.builders.ground import Place, drawn, within
from tests.builders.rows import analyze
from wijkteams.kanaal import Kanaal
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
    categories, middles = list(Categorie.objects.filter(wijk=None)), drawn(wijken)
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


def _signal(
    wijk: Wijk, categories: list[Categorie], middles: dict[int, Place], random: Random
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
    signaal.latitude, signaal.longitude = within(middles[wijk.pk], random)
    public_place(signaal)
    return signaal


def _visibility(categorie: Categorie, random: Random) -> Openbaarheid:
    if categorie.klasse == Klasse.VERTROUWELIJK:
        return Openbaarheid.VERBORGEN
    return Openbaarheid.OPENBAAR if random.random() < 0.9 else Openbaarheid.WACHT


def _closed(staat: str, moment: datetime) -> datetime | None:
    return min(moment + timedelta(days=20), timezone.now()) if staat in GESLOTEN else None


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
