"""What is kept about who sends an activity in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from wijkteams.activiteiten.models import Aanbod

UNCONFIRMED_KEPT = timedelta(days=7)
HANDLED_KEPT = timedelta(days=365)


def _mine(person: Person) -> QuerySet[Aanbod]:
    return Aanbod.objects.filter(contact_email__iexact=person.email)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "activiteit": row.title,
            "organisatie": row.organisation,
            "naam": row.contact_name,
            "telefoon": row.contact_phone,
            "stand": row.get_status_display(),
            "uitleg": row.text,
        }
        for row in _mine(person)
    ]


def _erase(person: Person) -> int:
    return _mine(person).delete()[0]


def purge_sent_in(now: datetime) -> int:
    """What nobody confirmed goes after a week; what was handled, or lies there, after a year."""
    year = now - HANDLED_KEPT
    old = (
        Q(status=Aanbod.Status.TE_BEVESTIGEN, created_at__lte=now - UNCONFIRMED_KEPT)
        | Q(handled_at__lte=year)
        | Q(handled_at=None, created_at__lte=year)
    )
    return Aanbod.objects.filter(old).delete()[0]


def declare_sent_in() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="aanbod",
            title=_("Wie een activiteit instuurt voor de agenda"),
            who=_("Mensen van organisaties die een activiteit insturen"),
            data=(
                _("naam"),
                _("e-mailadres"),
                _("telefoonnummer"),
                _("de organisatie en wat u instuurde"),
            ),
            purpose=_("U vragen stellen, en laten weten of uw activiteit in de agenda komt."),
            ground=_("Stappen op weg naar een overeenkomst: u vraagt ons om een plek."),
            retention=_(
                "7 dagen als u uw e-mailadres niet bevestigt. Anders tot 1 jaar nadat wij "
                "een besluit namen."
            ),
            keep=HANDLED_KEPT,
            covers={
                "activiteiten.Aanbod": (
                    *("organisation", "contact_name", "contact_email", "contact_phone"),
                    *("text", "handled_by"),
                )
            },
            export=_export,
            erase=_erase,
            purge=purge_sent_in,
        )
    )
