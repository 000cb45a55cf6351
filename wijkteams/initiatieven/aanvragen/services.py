"""An idea comes in: by the site, or written down by somebody of the team (requirement I3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.easter import easter
from django.db import transaction
from django.utils import timezone

from wijkteams.initiatieven.aanvragen import fotos as pictures
from wijkteams.initiatieven.aanvragen import mails
from wijkteams.initiatieven.models import InitiatiefAanvraag, Initiatiefnemer
from wijkteams.models import Thema

ANSWER_WITHIN = 3
"Working days (requirement I3)."
_FIXED = ((1, 1), (5, 5), (12, 25), (12, 26))
_AFTER_EASTER = (-2, 1, 39, 50)
"Days: Good Friday, Easter Monday, Ascension, Whit Monday (Algemene termijnenwet, article 3)."


@transaction.atomic
def submit(
    aanvraag: InitiatiefAanvraag,
    nemers: Sequence[Initiatiefnemer],
    fotos: Sequence[bytes] = (),
    *,
    themas: Sequence[Thema] = (),
) -> InitiatiefAanvraag:
    """Store an idea with who wants it; the first of `nemers` asks, the others are invited.

    Nothing of it was stored before. `fotos` are cleaned pictures. Who has an address gets a mail.
    """
    aanvraag.antwoord_voor = workdays(timezone.localdate(aanvraag.ingediend_op), ANSWER_WITHIN)
    aanvraag.save()
    aanvraag.themas.set(themas)
    for content in fotos:
        pictures.store(aanvraag, content)
    _store_people(aanvraag, nemers)
    return aanvraag


def _store_people(aanvraag: InitiatiefAanvraag, nemers: Sequence[Initiatiefnemer]) -> None:
    first = nemers[0] if nemers else None
    for one in nemers:
        one.aanvraag, one.language = aanvraag, aanvraag.language
        one.uitgenodigd_door = first if one is not first else None
        one.save()
    if first is None:
        return
    if first.email:
        mails.receipt(first)
    if not first.email or aanvraag.ingevoerd_door_id is not None:
        invite(aanvraag)


def invite(aanvraag: InitiatiefAanvraag) -> None:
    """Mail the others. Called when the first one said yes: anybody can fill in any address."""
    waiting = aanvraag.initiatiefnemers.exclude(uitgenodigd_door=None).filter(bevestigd_op=None)
    for one in waiting.exclude(email="").select_related("aanvraag__wijk"):
        mails.invitation(one)
    # From now on they have a week to answer.
    waiting.update(created_at=timezone.now())


def workdays(after: date, number: int) -> date:
    """The day that lies so many working days later, as it is in the Netherlands."""
    day = after
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < 5 and not _is_holiday(day)
    return day


def _is_holiday(day: date) -> bool:
    kings_day = date(day.year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    if day == kings_day or (day.month, day.day) in _FIXED:
        return True
    return (day - easter(day.year)).days in _AFTER_EASTER
