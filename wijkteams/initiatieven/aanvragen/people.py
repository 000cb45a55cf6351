"""What ideas keep about one person: to give to them, or to erase (rule R-11)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.files import FieldFile
from django.db.models.functions import Cast

from core.privacy import Person
from core.privacy.person import forms_of
from wijkteams.initiatieven.aanvragen.withdrawing import forget, withdraw
from wijkteams.initiatieven.models import (
    Aanvraagconcept,
    AanvraagFoto,
    Aanvraagstaat,
    InitiatiefAanvraag,
    Initiatiefnemer,
)


def _everywhere(person: Person) -> QuerySet[Initiatiefnemer]:
    """As initiators, of an idea and of what became of one."""
    numbers = [form for text in person.also for form in forms_of(text)]
    found: QuerySet[Initiatiefnemer] = Initiatiefnemer.objects.filter(
        Q(email__iexact=person.email) | Q(phone__in=numbers)
    )
    return found


def _rows(person: Person) -> QuerySet[Initiatiefnemer]:
    """As initiators of an idea that is (not yet) an initiative."""
    return _everywhere(person).exclude(aanvraag=None).select_related("aanvraag__wijk")


def _own(person: Person) -> QuerySet[InitiatiefAanvraag]:
    """The ideas that they sent themselves; of those they were asked for, another is.

    With an idea that was accepted its initiators went along: it is found by way of them. Who came
    later did not send it.
    """
    first = _everywhere(person).filter(uitgenodigd_door=None)
    sent = first.filter(initiatief=OuterRef("initiatief"), created_at__lte=OuterRef("beslist_op"))
    became = Q(Exists(sent), staat=Aanvraagstaat.AANGENOMEN)
    waits = Q(pk__in=first.exclude(aanvraag=None).values("aanvraag"))
    return InitiatiefAanvraag.objects.filter(waits | became)


def export_ideas(person: Person) -> list[dict[str, Any]]:
    """What they wanted to start, and what the team said to it."""
    accepted = _own(person).filter(staat=Aanvraagstaat.AANGENOMEN).select_related("wijk")
    return [_told(row) for row in _rows(person)] + [_idea(aanvraag) for aanvraag in accepted]


def _told(row: Initiatiefnemer) -> dict[str, Any]:
    told: dict[str, Any] = {
        "naam": row.name,
        "e-mailadres": row.email,
        "telefoon": row.phone,
        "naam op de site": row.naam_openbaar,
    }
    aanvraag = row.aanvraag
    if aanvraag is None or (row.uitgenodigd_door_id is not None and row.bevestigd_op is None):
        return told | {"gevraagd om mee te doen op": row.created_at.isoformat()}
    return told | _idea(aanvraag)


def _idea(aanvraag: InitiatiefAanvraag) -> dict[str, Any]:
    return {
        "wijk": aanvraag.wijk.name,
        "idee": aanvraag.titel,
        "wat": aanvraag.idee,
        "waarom": aanvraag.waarom,
        "wie doet wat": aanvraag.wie,
        "wat er nodig is": aanvraag.nodig,
        "waar": aanvraag.plaats_tekst,
        "ingediend op": aanvraag.ingediend_op.isoformat(),
        "antwoord": aanvraag.get_staat_display(),
        "wat er gezegd is": [step.tekst for step in aanvraag.stappen.exclude(tekst="")],
    }


def photos_of(person: Person) -> list[tuple[str, FieldFile]]:
    """The photos with what they sent."""
    rows = AanvraagFoto.objects.filter(aanvraag__in=_own(person).values("pk"))
    return [(f"idee-{row.pk}", row.file) for row in rows if row.file]


@transaction.atomic
def erase_ideas(person: Person) -> int:
    """Their own ideas go, with all that they wrote; of those of others only they themselves."""
    count = 0
    for aanvraag in _own(person):
        if not withdraw(aanvraag.pk):
            forget(aanvraag)
        count += 1
    return count + _rows(person).delete()[0]


def erase_drafts(person: Person) -> int:
    """What they are writing now, when their address is in it."""
    rows = Aanvraagconcept.objects.annotate(_text=Cast("inhoud", TextField()))
    return rows.filter(_text__icontains=person.email).delete()[0]
