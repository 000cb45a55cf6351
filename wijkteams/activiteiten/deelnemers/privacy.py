"""What is kept about messages to who comes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from wijkteams.activiteiten.models import Bericht, Ontvanger

MESSAGES_KEPT = timedelta(days=90)


def _to(person: Person) -> QuerySet[Ontvanger]:
    return Ontvanger.objects.filter(aanmelding__email__iexact=person.email)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "activiteit": row.bericht.activiteit.title,
            "onderwerp": row.bericht.subject,
            "bericht": row.bericht.text,
            "verstuurd": row.bericht.created_at.isoformat(),
        }
        for row in _to(person).select_related("bericht__activiteit")
    ]


def _erase(person: Person) -> int:
    return _to(person).delete()[0]


def purge_messages(now: datetime) -> int:
    """With a message goes the list of who got it."""
    return Bericht.objects.filter(created_at__lte=now - MESSAGES_KEPT).delete()[0]


def declare_messages() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="berichten",
            title=_("Berichten over een activiteit waarvoor u zich aanmeldde"),
            who=_("Bewoners die zich aanmeldden, en wie van het wijkteam het bericht stuurde"),
            data=(_("dat u het bericht kreeg"), _("wat erin stond"), _("wie het stuurde")),
            purpose=_("U iets laten weten over de activiteit, en niemand twee keer mailen."),
            ground=_("Overeenkomst: u vraagt ons om een plek."),
            retention=_("90 dagen na het versturen, of korter als uw aanmelding eerder weggaat."),
            keep=MESSAGES_KEPT,
            covers={
                "activiteiten.Bericht": ("sent_by", "text"),
                "activiteiten.Ontvanger": ("aanmelding", "mail_task"),
            },
            export=_export,
            erase=_erase,
            purge=purge_messages,
            # Those who come are found by their sign-up, which goes after this.
            order=5,
        )
    )
