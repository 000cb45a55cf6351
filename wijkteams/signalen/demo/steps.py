"""What the teams of the demo city did with their signals, step by step."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from django.utils import timezone

from accounts.models import User
from wijkteams.models import Organisatie
from wijkteams.signalen.models import Doorzending, Opvolging, Signaal, Staat

WAYS: dict[str, tuple[Staat, ...]] = {
    Staat.NIEUW: (),
    Staat.BEKEKEN: (Staat.BEKEKEN,),
    Staat.BESPROKEN: (Staat.BEKEKEN, Staat.BESPROKEN),
    Staat.DOORGEZET: (Staat.BEKEKEN, Staat.BESPROKEN, Staat.DOORGEZET),
    Staat.OPGEPAKT: (Staat.BEKEKEN, Staat.BESPROKEN, Staat.OPGEPAKT),
    Staat.OPGELOST: (Staat.BEKEKEN, Staat.DOORGEZET, Staat.OPGEPAKT, Staat.OPGELOST),
    Staat.GEEN_ACTIE: (Staat.BEKEKEN, Staat.BESPROKEN, Staat.GEEN_ACTIE),
}
WORDS: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "zinnen.toml").read_text())


class Steps:
    """Collects the steps of many signals, to write them at once."""

    def __init__(self, partners: dict[str, Organisatie], by: User | None, random: Random) -> None:
        self.partners, self.by, self.random = partners, by, random
        self.opvolgingen: list[Opvolging] = []
        self.doorzendingen: list[Doorzending] = []

    def take(self, signaal: Signaal) -> None:
        """All steps that led to its state, between the day it was told and yesterday."""
        self.opvolgingen.append(
            Opvolging(signaal=signaal, naar=Staat.NIEUW, wanneer=signaal.gemeld_op)
        )
        way = WAYS[signaal.staat]
        end = timezone.now() - timedelta(hours=5)
        between = min((end - signaal.gemeld_op) / (len(way) + 1), timedelta(days=24))
        moment, before = signaal.gemeld_op, Staat.NIEUW
        for naar in way:
            moment += between * (0.6 + self.random.random() * 0.4)
            self._step(signaal, before, naar, moment)
            before = naar
        signaal.stap = len(way)
        signaal.bijgewerkt_op = moment
        if signaal.is_gesloten:
            signaal.gesloten_op = moment

    def _step(self, signaal: Signaal, van: Staat, naar: Staat, moment: datetime) -> None:
        note = self.random.choice(WORDS["notitie"]) if self.random.random() < 0.25 else ""
        self.opvolgingen.append(
            Opvolging(
                signaal=signaal,
                van=van,
                naar=naar,
                openbare_zin=self.random.choice(WORDS[naar]),
                interne_notitie=note,
                door=self.by,
                wanneer=moment,
            )
        )
        if naar == Staat.DOORGEZET:
            self.doorzendingen.append(self._passed_on(signaal, moment))

    def _passed_on(self, signaal: Signaal, moment: datetime) -> Doorzending:
        partner = self.partners.get(signaal.categorie.slug, self.partners[""])
        found = Doorzending(
            signaal=signaal,
            organisatie=partner,
            email=partner.contact_email,
            bericht=self.random.choice(WORDS["bericht"]),
            door=self.by,
            verstuurd_op=moment,
        )
        if signaal.staat == Staat.DOORGEZET and self.random.random() < 0.6:
            return found  # they still have to answer
        found.antwoord = self.random.choice(WORDS["antwoord"])
        found.antwoord_door = partner.contact_name
        found.antwoord_staat = Staat.OPGEPAKT
        found.beantwoord_op = moment + timedelta(days=4)
        found.stand = Doorzending.Stand.BEANTWOORD
        if signaal.staat != Staat.DOORGEZET:
            found.stand, found.nagekeken_door = Doorzending.Stand.VERWERKT, self.by
            found.nagekeken_op = moment + timedelta(days=5)
        return found

    def write(self) -> None:
        """After the signals themselves were written."""
        Opvolging.objects.bulk_create(self.opvolgingen, batch_size=200)
        Doorzending.objects.bulk_create(self.doorzendingen, batch_size=200)
