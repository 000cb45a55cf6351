"""What this room keeps about people: who offers help, until 30 days after it is over (R-12)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from core.privacy.person import forms_of
from wijkteams.initiatieven.hulp.counting import COUNTED, recount
from wijkteams.initiatieven.models import HulpAanbod, HulpVraag

AFTER = timedelta(days=30)
"After the need was closed or its day passed, or the initiative ended."
UNCONFIRMED = timedelta(days=7)
Staat = HulpAanbod.Staat


def declare() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="initiatieven-hulp",
            title=_("Wie hulp aanbiedt bij een initiatief"),
            who=_("Bewoners die willen helpen"),
            data=(
                _("naam, e-mailadres en telefoonnummer"),
                _("wat u aanbiedt, met hoeveel mensen, en wanneer u komt"),
                _("wat u erbij zegt"),
            ),
            purpose=_("Met u afspreken, en u eraan herinneren."),
            ground=_("Toestemming: u biedt het zelf aan, en u kunt altijd stoppen."),
            retention=_(
                "Tot 30 dagen nadat het niet meer nodig is of het initiatief klaar is. Bevestigt "
                "u niet? Dan 7 dagen. Stopt u? Dan gooien wij uw gegevens meteen weg."
            ),
            receivers=_("De mensen van het initiatief waar u bij helpt, en het wijkteam."),
            keep=AFTER,
            covers={
                "initiatieven.HulpAanbod": (
                    "name",
                    "email",
                    "phone",
                    "bericht",
                    "code",
                    "kenmerk",
                    "aantal",
                    "diensten",
                ),
            },
            export=export_offers,
            erase=erase_offers,
            purge=purge_offers,
        )
    )
    register_harmless("initiatieven.HulpAanbod", "ingevoerd_door")
    register_harmless("initiatieven.HulpVraag", "code")


def of(person: Person) -> QuerySet[HulpAanbod]:
    """What somebody offered, by their address or their number."""
    numbers = [form for text in person.also for form in forms_of(text)]
    mine = Q(email__iexact=person.email) | Q(phone__in=numbers)
    rows: QuerySet[HulpAanbod] = HulpAanbod.objects.filter(mine)
    return rows.select_related("hulpvraag__initiatief")


def export_offers(person: Person) -> list[dict[str, Any]]:
    """All that they offered, and when they come."""
    return [
        {
            "initiatief": row.hulpvraag.initiatief.title,
            "wat er gevraagd is": row.hulpvraag.titel,
            "naam": row.name,
            "e-mailadres": row.email,
            "telefoon": row.phone,
            "met hoeveel": row.aantal,
            "bericht": row.bericht,
            "staat": row.get_staat_display(),
            "aangeboden op": row.created_at.isoformat(),
            "komt op": [one.begint.isoformat() for one in row.diensten.all()],
        }
        for row in of(person).prefetch_related("diensten")
    ]


def erase_offers(person: Person) -> int:
    """They are gone, and do not count any more."""
    return _delete(of(person))


def purge_offers(now: datetime) -> int:
    """What is over for 30 days, and what nobody said yes to for a week.

    Of what is over, the number stays, until it is asked anew: the page says how it went.
    """
    limit = now - AFTER
    over = (
        Q(hulpvraag__gesloten_op__lte=limit)
        | Q(hulpvraag__tot__lt=timezone.localdate(limit))
        | Q(hulpvraag__initiatief__afgesloten_op__lte=limit)
    )
    waiting = Q(staat=Staat.ONBEVESTIGD, bevestigd_op=None)
    unconfirmed = waiting & (
        Q(created_at__lte=now - UNCONFIRMED, email__gt="") | Q(created_at__lte=limit)
    )
    done = Q(staat__in=(Staat.GESTOPT, Staat.NIET_NODIG), created_at__lte=limit)
    return _delete(HulpAanbod.objects.filter(over), keep_numbers=True) + _delete(
        HulpAanbod.objects.filter(unconfirmed | done)
    )


def _delete(rows: QuerySet[HulpAanbod], *, keep_numbers: bool = False) -> int:
    found = list(rows.select_related("hulpvraag"))
    if keep_numbers:
        for row in found:
            if row.staat in COUNTED:
                same = HulpVraag.objects.filter(pk=row.hulpvraag_id)
                same.update(eerder_gevonden=F("eerder_gevonden") + row.aantal)
    count = HulpAanbod.objects.filter(pk__in=[row.pk for row in found]).delete()[1]
    for key in {row.hulpvraag.initiatief_id for row in found}:
        recount(key)
    return count.get("initiatieven.HulpAanbod", 0)
