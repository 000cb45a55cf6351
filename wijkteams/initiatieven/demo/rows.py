"""Who started, helps, supports and follows the initiatives of the demo city. All made up."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    Controle,
    HulpAanbod,
    HulpVraag,
    Initiatief,
    Initiatiefnemer,
    Nodig,
    Papierlijst,
    Partnerrol,
    Steun,
    Update,
    Volger,
)
from wijkteams.kanaal import Kanaal
from wijkteams.models import Organisatie

FIRST = ("Ans", "Bert", "Coby", "Dirk", "Els", "Farid", "Greet", "Hasan", "Ilse", "Jaap", "Kim")
LAST = ("Bakker", "Visser", "Yilmaz", "de Wit", "Mulder", "El Amrani", "Smit", "Kowalski", "Bos")
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
"An empty document: the signatures of a made-up city."
Made = Sequence[tuple[Initiatief, dict[str, Any]]]


def add_rows(made: Made, today: date) -> None:
    """All of them; the same city each time."""
    random = Random(10)
    for initiatief, data in made:
        nemers = [_initiator(initiatief, name) for name in data["nemers"]]
        _updates(initiatief, nemers[0], data["updates"], today)
        _support(initiatief, *data["steun"])
        _paper(initiatief, data.get("papier"), today)
        _followers(initiatief, data["volgers"])
        _partners(initiatief, data.get("partners", []))
        for number, need in enumerate(data.get("nodig", [])):
            _need(initiatief, number, need, random)
        open_needs = any(found < count for *_what, count, found in data.get("nodig", []))
        initiatief.zoekt_hulp = open_needs and initiatief.staat not in AFGESLOTEN
        initiatief.save()


def _initiator(initiatief: Initiatief, name: str) -> Initiatiefnemer:
    return Initiatiefnemer.objects.create(
        initiatief=initiatief,
        name=name,
        email=f"{name.lower().replace(' ', '.')}@bewoner.example",
        naam_openbaar=True,
        bevestigd_op=initiatief.created_at,
        is_vertrouwd=True,
        created_at=initiatief.created_at,
    )


def _updates(initiatief: Initiatief, by: Initiatiefnemer, rows: list[Any], today: date) -> None:
    for days, text in rows:
        moment = timezone.make_aware(datetime.combine(today - timedelta(days=days), time(19, 10)))
        Update.objects.create(
            initiatief=initiatief,
            tekst=text,
            controle=Controle.AKKOORD,
            door_initiatiefnemer=by,
            created_at=moment,
            geplaatst_op=moment,
        )


def _mark(initiatief: Initiatief, what: str, number: int) -> str:
    return hashlib.sha256(f"{initiatief.title}/{what}/{number}".encode()).hexdigest()


def _support(initiatief: Initiatief, count: int, of_ward: int) -> None:
    Steun.objects.bulk_create(
        Steun(
            initiatief=initiatief,
            kenmerk=_mark(initiatief, "steun", number),
            uit_wijk=number < of_ward,
            bevestigd_op=initiatief.created_at + timedelta(days=number % 30),
            created_at=initiatief.created_at,
        )
        for number in range(count)
    )
    initiatief.aantal_steun, initiatief.aantal_steun_wijk = count, of_ward


def _paper(initiatief: Initiatief, counts: list[int] | None, today: date) -> None:
    if not counts:
        return
    lijst = Papierlijst(
        initiatief=initiatief,
        aantal=counts[0],
        aantal_wijk=counts[1],
        opgehaald_op=today - timedelta(days=30),
    )
    lijst.scan.save("lijst.pdf", ContentFile(SCAN), save=False)
    lijst.save()
    initiatief.aantal_papier, initiatief.aantal_papier_wijk = counts


def _followers(initiatief: Initiatief, count: int) -> None:
    Volger.objects.bulk_create(
        Volger(
            initiatief=initiatief,
            email=f"volger{number}.{initiatief.pk}@bewoner.example",
            kenmerk=_mark(initiatief, "volger", number),
            bevestigd_op=initiatief.created_at,
            created_at=initiatief.created_at,
        )
        for number in range(count)
    )


def _partners(initiatief: Initiatief, rows: list[list[str]]) -> None:
    for number, (name, rol) in enumerate(rows):
        organisatie = Organisatie.objects.get(name=name)
        Partnerrol.objects.create(
            initiatief=initiatief, organisatie=organisatie, rol=rol, volgorde=number
        )


def _need(initiatief: Initiatief, number: int, row: list[Any], random: Random) -> None:
    """What it asks, and who offered: one of them told it by telephone."""
    soort, titel, wanneer, count, found = row
    need = HulpVraag.objects.create(
        initiatief=initiatief,
        soort=soort,
        titel=titel,
        wanneer=wanneer,
        aantal=count,
        is_open=found < count and initiatief.staat not in AFGESLOTEN,
        volgorde=number,
    )
    people = min(found, 8) if soort == Nodig.MENSEN else 0
    need.elders_gevonden = found - people
    need.gesloten_op = None if need.is_open else timezone.now()
    need.save()
    for one in range(people):
        _offer(need, one, random)


def _offer(need: HulpVraag, number: int, random: Random) -> None:
    name = f"{random.choice(FIRST)} {random.choice(LAST)}"
    by_phone = number == 1
    HulpAanbod.objects.create(
        hulpvraag=need,
        kenmerk=_mark(need.initiatief, f"hulp {need.pk}", number),
        staat=HulpAanbod.Staat.AFGESPROKEN,
        name=name,
        email="" if by_phone else f"helper{number}.{need.pk}@bewoner.example",
        phone=f"06 5550 {random.randint(1000, 9999)}" if by_phone else "",
        kanaal=Kanaal.TELEFOON if by_phone else Kanaal.WEB,
        bevestigd_op=need.initiatief.created_at,
        created_at=need.initiatief.created_at,
    )
