"""Who told the signals of the demo city, and who has it too. All made up, at .example."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from random import Random

from django.utils import timezone

from wijkteams.models import Wijk
from wijkteams.signalen.models import Attendering, Medemelder, Melder, Signaal

FIRST = ("Ans", "Bert", "Coby", "Dirk", "Els", "Farid", "Greet", "Hasan", "Ilse", "Jaap", "Kim")
LAST = ("Bakker", "Visser", "Yilmaz", "de Wit", "Mulder", "El Amrani", "Smit", "Kowalski", "Bos")
KEPT = timedelta(days=90)
"After a signal was closed."
MERGED = (("Lantaarn kapot bij de fietsenstalling", "Het is donker bij de school"),)


def add_people(signalen: Sequence[Signaal]) -> None:
    """A reporter to two of three, others who have it too to one of three, and readers of alerts."""
    random = Random(40)
    reporters: list[Melder] = []
    others: list[Medemelder] = []
    for signaal in signalen:
        if random.random() < 0.66 and not _is_long_ago(signaal):
            reporters.append(_reporter(signaal, random))
        if not signaal.is_vertrouwelijk and random.random() < 0.4:
            others += [_other(signaal, number, random) for number in range(random.randint(1, 9))]
    Melder.objects.bulk_create(reporters, batch_size=200)
    Medemelder.objects.bulk_create(others, batch_size=200)
    _merge(signalen)
    _count(signalen, others)
    _alerts(random)


def _is_long_ago(signaal: Signaal) -> bool:
    closed = signaal.gesloten_op
    return closed is not None and timezone.now() - closed > KEPT


def _reporter(signaal: Signaal, random: Random) -> Melder:
    first, last = random.choice(FIRST), random.choice(LAST)
    by_mail = random.random() < 0.8
    address = f"{first}.{last}".lower().replace(" ", "")
    return Melder(
        signaal=signaal,
        name=f"{first} {last}",
        email=f"{address}@bewoner.example" if by_mail else "",
        phone="" if by_mail else f"06 5550 {random.randint(1000, 9999)}",
        bevestigd_op=signaal.gemeld_op + timedelta(minutes=20) if by_mail else None,
    )


def _other(signaal: Signaal, number: int, random: Random) -> Medemelder:
    mark = hashlib.sha256(f"{signaal.code}/{number}".encode()).hexdigest()
    follows = random.random() < 0.3
    return Medemelder(
        signaal=signaal,
        kenmerk=mark,
        email=f"buur{number}.{signaal.code[5:]}@bewoner.example" if follows else "",
        bevestigd_op=signaal.gemeld_op + timedelta(days=1) if follows else None,
        created_at=min(signaal.gemeld_op + timedelta(days=1), timezone.now()),
    )


def _merge(signalen: Sequence[Signaal]) -> None:
    by_title = {signaal.titel: signaal for signaal in signalen}
    for double, first in MERGED:
        by_title[double].samengevoegd_in = by_title[first]
        by_title[double].save(update_fields=["samengevoegd_in"])


def _count(signalen: Sequence[Signaal], others: Sequence[Medemelder]) -> None:
    for signaal in signalen:
        signaal.aantal_mee = sum(other.signaal_id == signaal.pk for other in others)
        signaal.aantal_mee += sum(one.samengevoegd_in_id == signaal.pk for one in signalen)
    Signaal.objects.bulk_update(signalen, ["aantal_mee"], batch_size=200)


def _alerts(random: Random) -> None:
    wards = Wijk.objects.filter(slug__in=("oude-sluis", "havenkwartier"))
    Attendering.objects.bulk_create(
        Attendering(
            wijk=wijk,
            email=f"lezer{number}.{wijk.slug}@bewoner.example",
            bevestigd_op=timezone.now() - timedelta(days=random.randint(10, 200)),
        )
        for wijk in wards
        for number in range(6)
    )
