"""Writes reports of signals in the demo city, with what became of them. No mail is sent."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from wijkteams.moderatie.models import (
    Actie,
    Besluit,
    Herziening,
    Inhoudsmelding,
    Moderatiestap,
    Wat,
)
from wijkteams.moderatie.registry import subject_for

HERE = Path(__file__).parent


def load(signalen: QuerySet[Any]) -> None:
    """Add them when there are none yet. Moderation itself knows nothing of signals."""
    if Inhoudsmelding.objects.exists():
        return
    data = tomllib.loads((HERE / "meldingen.toml").read_text())
    for row in data["melding"]:
        signaal = signalen.get(wijk__slug=data["wijk"], titel=row["over"])
        melding = _reported(signaal, row)
        if "besluit" in row:
            _decided(melding, row["besluit"])
        if "herziening" in row:
            _asked_again(melding, row["herziening"])


def _reported(signaal: Any, row: dict[str, Any]) -> Inhoudsmelding:
    subject: Any = subject_for(signaal)
    melding = Inhoudsmelding.objects.create(
        wijk=subject.wijk_of(signaal),
        soort=subject.kind,
        object_id=signaal.pk,
        onderwerp=subject.title_of(signaal),
        adres=subject.url_of(signaal),
        gemeld_op=timezone.now() - timedelta(hours=row["uren"]),
        **{name: row[name] for name in ("reden", "plek", "uitleg")},
    )
    _log(melding, Wat.ONTVANGEN, melding.gemeld_op)
    return melding


def _decided(melding: Inhoudsmelding, row: dict[str, Any]) -> None:
    besluit = Besluit.objects.create(
        wijk=melding.wijk,
        soort=melding.soort,
        object_id=melding.object_id,
        onderwerp=melding.onderwerp,
        actie=Actie.BLIJFT,
        geldt=Actie.BLIJFT,
        door=User.objects.filter(email=row["door"]).first(),
        genomen_op=melding.gemeld_op + timedelta(hours=row["na"]),
        **{name: row[name] for name in ("grond", "feiten", "uitleg")},
    )
    melding.besluit, melding.gesloten_op = besluit, besluit.genomen_op
    melding.save(update_fields=["besluit", "gesloten_op"])
    _log(melding, Wat.BESLUIT, besluit.genomen_op, besluit.get_actie_display(), besluit.door)


def _asked_again(melding: Inhoudsmelding, row: dict[str, Any]) -> None:
    besluit: Any = melding.besluit
    asked = Herziening.objects.create(
        wijk=melding.wijk,
        besluit=besluit,
        van=Herziening.Van.MELDER,
        melding=melding,
        waarom=row["waarom"],
        gevraagd_op=besluit.genomen_op + timedelta(hours=row["na"]),
    )
    _log(melding, Wat.HERZIENING, asked.gevraagd_op, asked.get_van_display())


def _log(
    melding: Inhoudsmelding, wat: str, wanneer: datetime, tekst: str = "", door: User | None = None
) -> None:
    Moderatiestap.objects.create(melding=melding, wat=wat, wanneer=wanneer, tekst=tekst, door=door)
