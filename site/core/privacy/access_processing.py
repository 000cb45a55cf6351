"""What the log of who took data out keeps, itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.exports.ledger import who_hash
from core.models import Inzage, InzagePersoon
from core.privacy.person import Person
from core.privacy.register import Processing, register

ACCESS_KEPT = timedelta(days=730)
WHO_KEPT = timedelta(days=365)


def lists_with(person: Person) -> Any:
    """The downloads in which this address stood, newest first (V6: after a leak)."""
    return Inzage.objects.filter(people__who=who_hash(person.email))


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {"wanneer": entry.created_at.isoformat(), "soort": entry.kind, "lijst": entry.subject}
        for entry in lists_with(person)
    ]


def _erase(person: Person) -> int:
    return InzagePersoon.objects.filter(who=who_hash(person.email)).delete()[0]


def _purge(now: datetime) -> int:
    people = InzagePersoon.objects.filter(inzage__created_at__lte=now - WHO_KEPT)
    count = people.delete()[0]
    old = Inzage.objects.filter(created_at__lte=now - ACCESS_KEPT)
    return count + old.delete()[1].get("core.Inzage", 0)


def declare_access() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="inzage",
            title=_("Wie gegevens meenam uit de site"),
            who=_("Vrijwilligers en medewerkers, en wie in een gedownloade lijst stond"),
            data=(
                _("wie een lijst downloadde of iemand opzocht, en wanneer"),
                _("wie in de lijst stond, als een code die niet terug te lezen is"),
            ),
            purpose=_("Na een lek kunnen zeggen om wie het gaat, en misbruik kunnen zien."),
            ground=_("Wettelijke plicht: de AVG vraagt om goede beveiliging."),
            retention=_("Wie iets meenam 2 jaar; wie in een lijst stond 1 jaar."),
            keep=ACCESS_KEPT,
            covers={"core.Inzage": ("user",), "core.InzagePersoon": ("who",)},
            export=_export,
            erase=_erase,
            purge=_purge,
        )
    )
