"""What signals keep about one person: to give to them, or to erase (rule R-11)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.fields.files import FieldFile
from django.db.models.functions import Cast

from core.privacy import Person
from core.privacy.person import forms_of
from wijkteams.signalen.bewaren.retention import forget_words
from wijkteams.signalen.bewaren.terms import for_all_to_read
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Medemelder,
    Melder,
    Signaal,
    Signaalconcept,
    SignaalFoto,
    Themasignaal,
)


def _told(person: Person) -> QuerySet[Melder]:
    numbers = [form for text in person.also for form in forms_of(text)]
    found: QuerySet[Melder] = Melder.objects.filter(
        Q(email__iexact=person.email) | Q(phone__in=numbers)
    )
    return found.select_related("signaal__categorie")


def _follows(person: Person) -> QuerySet[Medemelder]:
    found: QuerySet[Medemelder] = Medemelder.objects.filter(email__iexact=person.email)
    return found


def export_signals(person: Person) -> list[dict[str, Any]]:
    """What they told, what became of it, and which signals of others they follow."""
    told = [
        {
            "signaal": row.signaal.code,
            "naam": row.name,
            "e-mailadres": row.email,
            "telefoon": row.phone,
            "in het kort": row.signaal.titel,
            "wat er is": row.signaal.tekst,
            "waar": row.signaal.plaats_tekst,
            "verteld op": row.signaal.gemeld_op.isoformat(),
            "staat": row.signaal.get_staat_display(),
            "wat het team antwoordde": [
                step.openbare_zin
                for step in row.signaal.opvolgingen.exclude(openbare_zin="")
                if not step.wacht_op_tweede
            ],
        }
        for row in _told(person)
    ]
    follows = [
        {
            "signaal": row.signaal.code,
            "e-mailadres": row.email,
            "heeft er ook last van": row.is_mee,
            "sinds": row.created_at.isoformat(),
        }
        for row in _follows(person).select_related("signaal")
    ]
    return [*told, *follows]


def photos_of(person: Person) -> list[tuple[str, FieldFile]]:
    """The photos with what they told."""
    signals = _told(person).values("signaal")
    rows = SignaalFoto.objects.filter(signaal__in=signals)
    return [(f"signaal-{row.pk}", row.file) for row in rows if row.file]


def erase_signals(person: Person) -> int:
    """They are no longer known; what is on the site for all stays, without them.

    What only the team could read was about them, and goes; so do words of theirs at a theme.
    """
    signals = list(_told(person).values_list("signaal", flat=True))
    rows = Signaal.objects.filter(pk__in=signals)
    for signaal in rows.exclude(for_all_to_read()).select_related("categorie"):
        forget_words(signaal)
    rows.update(citaat=False)
    Themasignaal.objects.filter(signaal__in=signals).exclude(citaat="").update(citaat="")
    count = _told(person).delete()[0]
    follows = _follows(person)
    count += follows.filter(is_mee=False).delete()[0]
    return count + follows.update(email="", kenmerk="")


def export_alerts(person: Person) -> list[dict[str, Any]]:
    """Of which wards they get mail."""
    rows = Attendering.objects.filter(email__iexact=person.email).select_related("wijk")
    return [
        {
            "wijk": row.wijk.name if row.wijk else "stad",
            "e-mailadres": row.email,
            "hoe vaak": row.get_ritme_display(),
            "sinds": row.bevestigd_op.isoformat() if row.bevestigd_op else "",
        }
        for row in rows
    ]


def erase_alerts(person: Person) -> int:
    """They get no more of it."""
    return Attendering.objects.filter(email__iexact=person.email).delete()[0]


def export_forwarded(person: Person) -> list[dict[str, Any]]:
    """What we wrote to somebody of a partner, and what they answered."""
    rows = Doorzending.objects.filter(email__iexact=person.email).select_related("signaal")
    return [
        {
            "signaal": row.signaal.code,
            "e-mailadres": row.email,
            "verstuurd op": row.verstuurd_op.isoformat(),
            "antwoord van": row.antwoord_door,
            "antwoord": row.antwoord,
        }
        for row in rows
    ]


def erase_forwarded(person: Person) -> int:
    """The answer is of the organisation and stays; who wrote it does not."""
    rows = Doorzending.objects.filter(email__iexact=person.email)
    return int(rows.update(email="", antwoord_door=""))


def erase_drafts(person: Person) -> int:
    """What they are telling now, when their address is in it."""
    rows = Signaalconcept.objects.annotate(_text=Cast("inhoud", TextField()))
    return rows.filter(_text__icontains=person.email).delete()[0]
