"""What a team takes off, or takes parts of, before any reader reported it: it says why (R-16)."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from wijkteams.moderatie import mails
from wijkteams.moderatie.models import Besluit, Inhoudsmelding
from wijkteams.moderatie.registry import subject_for


@transaction.atomic
def state_reasons(thing: Any, *, actie: str, grond: str, uitleg: str, door: Any) -> Besluit | None:
    """Write down a decision that nobody asked for, and mail it to who placed it.

    None when nothing can be told: they left no address, or such things are not moderated. Whoever
    calls does what was decided, and tells it in another way then.
    """
    subject = subject_for(thing)
    author = subject.author_of(thing) if subject is not None else None
    if subject is None or author is None:
        return None
    wijk = subject.wijk_of(thing)
    besluit = Besluit.objects.create(
        wijk=wijk,
        soort=subject.kind,
        object_id=thing.pk,
        onderwerp=subject.title_of(thing)[:160],
        actie=actie,
        geldt=actie,
        grond=grond,
        feiten=uitleg[:1000],
        uitleg=uitleg,
        door=door,
    )
    mails.decided_for_author(author, besluit)
    return besluit


def awaits_decision(thing: Any) -> bool:
    """Whether a reader reported it: what is done with it then is told with that decision."""
    subject = subject_for(thing)
    if subject is None:
        return False
    reports = Inhoudsmelding.objects.filter(soort=subject.kind, object_id=thing.pk)
    return reports.filter(gesloten_op=None).exists()
