"""A report comes in: kept, confirmed by mail at once, and on the list of the team (rule R-16)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from core.turns import own_turn
from wijkteams.moderatie import mails
from wijkteams.moderatie.models import Inhoudsmelding, Moderatiestap, Wat
from wijkteams.moderatie.registry import Subject

TWICE = timedelta(minutes=10)
"The same words about the same thing within this time are one report, sent twice."


def report(subject: Subject, thing: Any, filled: dict[str, Any]) -> Inhoudsmelding:
    """Keep it, and mail a receipt to who left an address."""
    melding = Inhoudsmelding(
        wijk=subject.wijk_of(thing),
        soort=subject.kind,
        object_id=thing.pk,
        onderwerp=subject.title_of(thing)[:160],
        adres=subject.url_of(thing)[:300],
        language=get_language() or "nl",
        **{name: filled[name] for name in ("reden", "plek", "uitleg", "name", "email")},
    )
    with own_turn(), transaction.atomic():
        before = _twin_of(melding)
        if before is not None:
            return before
        melding.save()
        Moderatiestap.objects.create(melding=melding, wat=Wat.ONTVANGEN)
        mails.received(melding)
    return melding


def _twin_of(melding: Inhoudsmelding) -> Inhoudsmelding | None:
    return Inhoudsmelding.objects.filter(
        soort=melding.soort,
        object_id=melding.object_id,
        reden=melding.reden,
        plek=melding.plek,
        uitleg=melding.uitleg,
        email=melding.email,
        gemeld_op__gt=timezone.now() - TWICE,
    ).first()
