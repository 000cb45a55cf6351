"""Adds a hundred and forty signals to the wards of the demo city, in every state and class."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from django.utils import timezone

from accounts.models import User
from wijkteams.demo.pictures import DemoPictures
from wijkteams.kanaal import Kanaal
from wijkteams.models import Wijk
from wijkteams.signalen.demo.partners import load_partners
from wijkteams.signalen.demo.people import add_people
from wijkteams.signalen.demo.photos import add_photos
from wijkteams.signalen.demo.places import Places
from wijkteams.signalen.demo.steps import Steps
from wijkteams.signalen.demo.theme import add_theme
from wijkteams.signalen.models import Categorie, Klasse, Openbaarheid, Signaal, Staat
from wijkteams.signalen.models.signaal import LETTERS
from wijkteams.signalen.plaats import public_place

HERE = Path(__file__).parent
WAYS_IN = (Kanaal.WEB,) * 7 + (Kanaal.TELEFOON, Kanaal.DEUR, Kanaal.SPREEKUUR)
TYPED = (Kanaal.TELEFOON, Kanaal.DEUR, Kanaal.SPREEKUUR)


@dataclass(frozen=True)
class Desk:
    """What is needed to make the signals of one ward."""

    wijk: Wijk
    places: Places
    categories: dict[str, Categorie]
    random: Random
    by: User | None
    today: date


def load(pictures: DemoPictures, today: date, albums: Sequence[Path]) -> None:
    """Add them when there are none yet. `albums`: folders with drawings; news goes first."""
    if Signaal.objects.exists():
        return
    partners = load_partners(today)
    by = User.objects.filter(email="signalen@sluisdam.example").first()
    categories = {one.slug: one for one in Categorie.objects.all()}
    made: list[Signaal] = []
    steps = Steps(partners, by, Random(9))
    for path in sorted(HERE.glob("wijken/*.toml")):
        wijk = Wijk.objects.get(slug=path.stem)
        desk = Desk(wijk, Places(wijk), categories, Random(path.stem), by, today)
        made += [_signal(desk, row) for row in tomllib.loads(path.read_text())["signalen"]]
    for signaal in made:
        steps.take(signaal)
    Signaal.objects.bulk_create(made, batch_size=200)
    steps.write()
    add_people(made)
    add_photos(made, pictures, albums)
    author = User.objects.filter(email="fatma@sluisdam.example").first()
    add_theme(pictures, albums[0], author, today)


def _signal(desk: Desk, row: list[Any]) -> Signaal:
    slug, days, staat, words, titel, tekst = row
    random, categorie = desk.random, desk.categories[slug]
    kanaal = random.choice(WAYS_IN)
    moment = _moment(desk.today - timedelta(days=days), random)
    signaal = Signaal(
        code=f"{moment:%Y}-{''.join(random.choice(LETTERS) for _ in range(6))}",
        wijk=desk.wijk,
        buurt=desk.places.buurt_of(words),
        categorie=categorie,
        klasse=categorie.klasse,
        staat=staat,
        openbaarheid=_visibility(categorie, staat, days),
        titel=titel,
        tekst=tekst,
        plaats_tekst=words,
        hele_wijk=not words,
        kanaal=kanaal,
        ingevoerd_door=desk.by if kanaal in TYPED else None,
        citaat=random.random() < 0.5,
        gemeld_op=moment,
        bijgewerkt_op=moment,
    )
    if words:
        signaal.latitude, signaal.longitude = desk.places.of(words, random)
    public_place(signaal)
    return signaal


def _visibility(categorie: Categorie, staat: str, days: int) -> Openbaarheid:
    if categorie.klasse == Klasse.VERTROUWELIJK:
        return Openbaarheid.VERBORGEN
    waits = staat == Staat.NIEUW and days < 16
    return Openbaarheid.WACHT if waits else Openbaarheid.OPENBAAR


def _moment(day: date, random: Random) -> datetime:
    return timezone.make_aware(
        datetime.combine(day, time(random.randint(8, 20), random.randint(0, 59)))
    )
