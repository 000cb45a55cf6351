"""Rows of who asked for what, for the services alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from core.mail.addresses import key_of
from nieuws.abonneren.tokens import new_code
from nieuws.models import Abonnee, Abonnement, Lijst

Status = Abonnement.Status
TO_CONFIRM = timedelta(days=7)
"How long somebody may take to press the button; then the row goes (requirement N4)."


@dataclass
class Places:
    """The places of one request: all of them, those to confirm, and those that changed now."""

    all: list[Abonnement] = field(default_factory=list)
    pending: list[Abonnement] = field(default_factory=list)
    changed: list[Abonnement] = field(default_factory=list)


@dataclass(frozen=True)
class How:
    """By which way a request came."""

    name: str
    kanaal: str
    door: User | None


def subscriber(address: str, language: str) -> Abonnee:
    """The row of an address, made when it is not there."""
    values = {"email": address, "language": language, "code": new_code()}
    return Abonnee.objects.get_or_create(email_key=key_of(address), defaults=values)[0]


def waiting() -> QuerySet[Abonnement]:
    """What can still be confirmed."""
    since = timezone.now() - TO_CONFIRM
    return Abonnement.objects.filter(status=Status.ONBEVESTIGD, asked_at__gt=since)


def places(abonnee: Abonnee, lijsten: Sequence[Lijst], how: How, *, mails: bool) -> Places:
    """Lay ready what has to be confirmed.

    Who gets a list already keeps it as it is, name and all: a stranger may have sent the form.
    Unless their mail came back: then only a new yes helps (requirement N8). `mails`: a mail goes
    out now, so that the seven days begin anew.
    """
    found = Places()
    have = {row.lijst_id: row for row in abonnee.abonnementen.filter(lijst__in=lijsten)}
    # A link in an older mail still works: it is the same request, asked once more.
    codes = [row.aanvraag for row in have.values() if row.status == Status.ONBEVESTIGD]
    aanvraag = next(filter(None, codes), "") or new_code()
    works = abonnee.stand == Abonnee.Stand.ACTIEF
    for lijst in lijsten:
        row = have.get(lijst.pk) or Abonnement(abonnee=abonnee, code=new_code())
        row.lijst = lijst
        found.all.append(row)
        if row.pk and row.status == Status.ACTIEF and (works or not mails):
            continue
        found.pending.append(row)
        if row.pk and row.status == Status.ONBEVESTIGD and not mails:
            continue
        _lay_ready(row, aanvraag, how)
        found.changed.append(row)
    return found


def _lay_ready(row: Abonnement, aanvraag: str, how: How) -> None:
    row.status, row.aanvraag, row.asked_at = Status.ONBEVESTIGD, aanvraag, timezone.now()
    row.name, row.bron, row.entered_by = how.name[:100], how.kanaal, how.door
    row.ended_at = row.reminded_at = None
    row.save()
