"""What a partner wants residents to read about it waits for a yes of the team (W6, rule R-16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.models import Organisatie
from wijkteams.organisaties import mails

PUBLIC: Final = ("wat", "website", "phone")
"What residents read of what a partner may type."
LOG_TAKEN = "wijkteams.organisatie.overgenomen"
LOG_REFUSED = "wijkteams.organisatie.niet_overgenomen"


@dataclass(frozen=True)
class Change:
    """One field: how it is now, and how the partner wants it."""

    label: str
    now: str
    wanted: str


def propose(typed: Organisatie, before: Organisatie) -> None:
    """Put what was typed for residents in the proposal, and the row back as it was. Not saved."""
    wanted = {name: getattr(typed, name) for name in PUBLIC}
    new = {name: value for name, value in wanted.items() if value != getattr(before, name)}
    for name in PUBLIC:
        setattr(typed, name, getattr(before, name))
    if new != before.voorstel:
        typed.voorstel, typed.voorstel_op = new, timezone.now() if new else None


def waiting() -> QuerySet[Organisatie]:
    """Those that wait for a yes or a no, the longest first."""
    return Organisatie.objects.exclude(voorstel_op=None).order_by("voorstel_op", "pk")


def changes_of(organisatie: Organisatie) -> list[Change]:
    """Of each field that the partner wants otherwise."""
    return [
        Change(
            str(Organisatie._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            getattr(organisatie, name),
            organisatie.voorstel[name],
        )
        for name in PUBLIC
        if name in organisatie.voorstel
    ]


@transaction.atomic
def take_over(pk: int, *, seen: str, door: Any) -> Organisatie:
    """Yes: residents read it from now on. Raises ValidationError."""
    organisatie = _locked(pk, seen)
    fields = [name for name in PUBLIC if name in organisatie.voorstel]
    for name in fields:
        setattr(organisatie, name, organisatie.voorstel[name])
    _settle(organisatie, *fields)
    log(organisatie, LOG_TAKEN, user=door, data={"velden": fields})
    return organisatie


@transaction.atomic
def refuse(pk: int, *, seen: str, waarom: str, door: Any) -> Organisatie:
    """No: it stays as it is, and the contact reads why. Raises ValidationError."""
    organisatie = _locked(pk, seen)
    _settle(organisatie)
    log(organisatie, LOG_REFUSED, user=door)
    if organisatie.contact_email:
        mails.send("organisatie_niet_overgenomen", organisatie, waarom=waarom)
    return organisatie


def seen_of(moment: datetime | None) -> str:
    """Which proposal somebody looked at: the form sends it along."""
    return moment.isoformat() if moment else ""


def _locked(pk: int, seen: str) -> Organisatie:
    organisatie = Organisatie.objects.select_for_update(of=("self",)).get(pk=pk)
    if organisatie.voorstel_op is None:
        raise ValidationError(_("Hierover is al besloten."))
    if seen_of(organisatie.voorstel_op) != seen:
        text = _("De partner veranderde dit net. Lees het nog een keer.")
        raise ValidationError(text, code="stale")
    return organisatie


def _settle(organisatie: Organisatie, *fields: str) -> None:
    organisatie.voorstel, organisatie.voorstel_op = {}, None
    organisatie.save(update_fields=[*fields, "voorstel", "voorstel_op"])
