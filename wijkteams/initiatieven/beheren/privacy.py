"""What this room keeps about people: the initiators, and what they wrote (R-12)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from core.privacy.person import forms_of
from wijkteams.initiatieven.beheren import people
from wijkteams.initiatieven.models import Controle, Initiatiefnemer, Update, Wijziging

AFTER = timedelta(days=365)
"After the initiative ended."
UNCONFIRMED = timedelta(days=7)


def declare() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="initiatieven-initiatiefnemers",
            title=_("Wie een initiatief doet, en wat zij erover schrijven"),
            who=_("Bewoners die iets beginnen in hun wijk"),
            data=(
                _("naam, e-mailadres en telefoonnummer"),
                _("berichten met foto's, en wat zij aan de tekst veranderen"),
            ),
            purpose=_("Met u overleggen, en laten zien hoe het gaat."),
            ground=_("Toestemming: u begint er zelf aan, en u kunt altijd stoppen."),
            retention=_(
                "Tot een jaar nadat het initiatief klaar is, of tot u stopt. Wie wordt "
                "uitgenodigd en geen ja zegt: 7 dagen. Wat op de site staat, blijft: zonder uw "
                "naam als u dat wilt."
            ),
            receivers=_("Het wijkteam van uw wijk, en wie het initiatief met u doet."),
            keep=AFTER,
            covers={
                "initiatieven.Initiatiefnemer": ("name", "email", "phone", "code"),
                "initiatieven.Update": ("tekst", "foto", "foto_alt", "reden", "code"),
                "initiatieven.Wijziging": ("inhoud", "was", "reden"),
            },
            export=export_initiators,
            files=photos_of,
            erase=erase_initiators,
            purge=purge_initiators,
        )
    )
    # A volunteer's own account says what they did; with the account the link goes.
    register_harmless("initiatieven.Update", "door")
    register_harmless("initiatieven.Wijziging", "door")


def of(person: Person) -> QuerySet[Initiatiefnemer]:
    """Where somebody is an initiator (of an idea too), by their address or their number."""
    numbers = [form for text in person.also for form in forms_of(text)]
    mine = Q(email__iexact=person.email) | Q(phone__in=numbers)
    return Initiatiefnemer.objects.filter(mine)


def export_initiators(person: Person) -> list[dict[str, Any]]:
    """Of which initiatives, and all that they wrote."""
    rows = of(person).filter(initiatief__isnull=False).select_related("initiatief")
    return [
        {
            "initiatief": row.initiatief.title if row.initiatief else "",
            "naam": row.name,
            "e-mailadres": row.email,
            "telefoon": row.phone,
            "naam op de site": row.naam_openbaar,
            "sinds": row.created_at.isoformat(),
            "berichten": [
                {"tekst": one.tekst, "foto": one.foto_alt, "op": one.created_at.isoformat()}
                for one in row.updates.all()
            ],
            "wijzigingen": [one.inhoud for one in row.wijzigingen.all()],
        }
        for row in rows.prefetch_related("updates", "wijzigingen")
    ]


def photos_of(person: Person) -> list[tuple[str, Any]]:
    """The photos with what they wrote."""
    rows = Update.objects.filter(door_initiatiefnemer__in=of(person)).exclude(foto="")
    return [(f"bericht-{row.pk}", row.foto) for row in rows]


def erase_initiators(person: Person) -> int:
    """They are no longer known. What is on the site for all stays, without them."""
    pks = list(of(person).filter(initiatief__isnull=False).values_list("pk", flat=True))
    return _forget_words(pks, keep=(Controle.AKKOORD,)) + people.forget(pks)


def purge_initiators(now: datetime) -> int:
    """How to reach who did what ended a year ago; who was invited and said nothing."""
    ended = Initiatiefnemer.objects.filter(initiatief__afgesloten_op__lte=now - AFTER)
    known = ended.exclude(email="", phone="", name="")
    named = known.filter(naam_openbaar=True, gestopt_op=None)
    gone = list(known.exclude(pk__in=named.values("pk")).values_list("pk", flat=True))
    count = named.exclude(email="", phone="").update(email="", phone="")
    count += _forget_words(gone, keep=(Controle.AKKOORD,)) + people.forget(gone)
    invited = Initiatiefnemer.objects.filter(
        initiatief__isnull=False,
        uitgenodigd_door__isnull=False,
        bevestigd_op=None,
        created_at__lte=now - UNCONFIRMED,
    )
    return int(count + invited.delete()[0])


def _forget_words(pks: list[int], *, keep: tuple[str, ...]) -> int:
    """What never came on the site goes, and what was there before a change."""
    count = 0
    for model in (Update, Wijziging):
        rows: Any = model.objects.filter(door_initiatiefnemer__in=pks)
        # One by one: a photo goes from the disk when its row goes (`photos`).
        count += rows.exclude(controle__in=keep).delete()[0]
    return count
