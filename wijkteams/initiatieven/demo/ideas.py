"""Ideas in the demo city that wait for an answer of the team, and one that was refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from wijkteams.initiatieven.models import (
    Aanvraagstaat,
    Aanvraagstap,
    InitiatiefAanvraag,
    Initiatiefnemer,
)
from wijkteams.models import Wijk

ROWS: tuple[tuple[str, int, str, str, str, dict[str, str], str], ...] = (
    (
        "havenkwartier",
        1,
        Aanvraagstaat.NIEUW,
        "Een kast met spelletjes op het plein",
        "Een kast waar kinderen spelletjes uit halen en weer in zetten. Ik heb hout over.",
        {"materiaal": "Spelletjes", "toestemming": "Om de kast neer te zetten"},
        "Nel de Groot",
    ),
    (
        "oude-sluis",
        2,
        Aanvraagstaat.NIEUW,
        "Samen naar de huisarts",
        "Veel ouderen gaan niet naar de dokter omdat zij het niet goed verstaan. Ik wil meegaan, "
        "met een paar buren.",
        {"mensen": "Mensen die Turks, Arabisch of Pools spreken"},
        "Sevda Kaya",
    ),
    (
        "oude-sluis",
        6,
        Aanvraagstaat.NIEUW,
        "Kerstdiner voor wie alleen is",
        "Op tweede kerstdag eten met dertig mensen in De Sluiswachter.",
        {"mensen": "Koks", "ruimte": "De Sluiswachter", "geld": "200 euro"},
        "Peter van Dam",
    ),
    (
        "oude-sluis",
        40,
        Aanvraagstaat.AFGEWEZEN,
        "Korting voor klanten van mijn winkel",
        "Iedereen uit de wijk krijgt tien procent korting op zaterdag.",
        {},
        "R. Handel",
    ),
)
REFUSED = (
    "Dit is reclame voor een winkel. Op de site staan alleen plannen van bewoners voor bewoners. "
    "Wilt u iets doen voor de wijk? Dan denken wij graag mee."
)


def add_ideas(today: date, by: User | None) -> None:
    """With who sent them; one is late, so that the queue shows it."""
    for slug, days, staat, titel, idee, nodig, name in ROWS:
        sent = timezone.make_aware(datetime.combine(today - timedelta(days=days), time(20, 5)))
        refused, decided = staat == Aanvraagstaat.AFGEWEZEN, sent + timedelta(days=2)
        aanvraag = InitiatiefAanvraag.objects.create(
            wijk=Wijk.objects.get(slug=slug),
            staat=staat,
            titel=titel,
            idee=idee,
            nodig=nodig,
            ingediend_op=sent,
            antwoord_voor=today - timedelta(days=days) + timedelta(days=3),
            beslist_op=decided if refused else None,
            beslist_door=by if refused else None,
            reden=REFUSED if refused else "",
        )
        Initiatiefnemer.objects.create(
            aanvraag=aanvraag,
            name=name,
            email=f"{name.lower().replace(' ', '.').replace('..', '.')}@bewoner.example",
            bevestigd_op=sent,
            created_at=sent,
        )
        if refused:
            Aanvraagstap.objects.create(
                aanvraag=aanvraag, naar=staat, tekst=REFUSED, door=by, wanneer=decided
            )
