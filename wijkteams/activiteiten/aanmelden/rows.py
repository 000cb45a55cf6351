"""Rows of sign-ups, for the services alone: made, and found again."""

from __future__ import annotations

import hashlib
import secrets

from django.db.models import Q
from django.utils import timezone

from wijkteams.activiteiten.aanmelden.applicant import Applicant
from wijkteams.activiteiten.aanmelden.holding import Held
from wijkteams.activiteiten.aanmelden.terms import hold_until, start_of
from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer

Status = Aanmelding.Status
ACTIVE = (*Aanmelding.HOLDING, Status.WACHTLIJST)


def there(this: Held, key: str, email: str) -> tuple[Aanmelding | None, Aanmelding | None]:
    """What this same form made before; and the sign-up of this address, if it is on the list."""
    same = Q(request_key=key)
    if email.strip():
        on_list = Q(status__in=ACTIVE, email__iexact=email.strip())
        same |= on_list & Q(activiteit=this.activiteit, keer=this.keer)
    rows = list(Aanmelding.objects.filter(same))
    for row in rows:
        row.activiteit, row.keer = this.activiteit, this.keer
    by_form = next((row for row in rows if row.request_key == key), None)
    return by_form, next((row for row in rows if row.request_key != key), None)


def new_row(this: Held, who: Applicant, key: str, language: str) -> Aanmelding:
    return Aanmelding(
        activiteit=this.activiteit,
        keer=this.keer,
        name=who.name.strip(),
        email=who.email.strip(),
        phone=who.phone,
        adults=who.adults,
        children=who.children,
        places=who.places,
        age_group=who.age_group,
        answers=who.answers,
        language=language,
        code=secrets.token_hex(16),
        request_key=key,
    )


def place(this: Held, aanmelding: Aanmelding, status: Aanmelding.Status) -> None:
    now = timezone.now()
    aanmelding.status = status
    if status == Status.ONBEVESTIGD:
        aanmelding.hold_until = hold_until(now, start_of(this.activiteit, this.keer, now))
    elif status == Status.WACHTLIJST:
        aanmelding.queued_at = now
    aanmelding.save(force_insert=True)


def key_of(activiteit: Activiteit, keer: Keer | None, request_key: str) -> str:
    """The key of a form counts for this activity only, whatever somebody sends."""
    whole = f"{activiteit.pk}:{keer.pk if keer else ''}:{request_key}"
    return hashlib.sha256(whole.encode()).hexdigest()
