"""Who else is an initiator: asked by mail, and only with their own yes."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from core.mail.addresses import key_of
from core.turns import own_turn
from wijkteams.initiatieven import changed
from wijkteams.initiatieven.beheren import mails
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer

MOST = 12
"More are a list of members, and that is another thing."


class TooManyError(Exception):
    """There are enough initiators."""


def invite(nemer: Initiatiefnemer, *, name: str, email: str) -> None:
    """Ask somebody by mail; who is asked twice gets the same question. Raises TooManyError."""
    with own_turn(), transaction.atomic():
        initiatief = Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
        rows = list(Initiatiefnemer.objects.filter(initiatief=initiatief, gestopt_op=None))
        known = next((one for one in rows if key_of(one.email or "-") == key_of(email)), None)
        if known is not None:
            if known.bevestigd_op is None:
                mails.invite(known, initiatief)
            return
        if len(rows) >= MOST:
            raise TooManyError
        made = Initiatiefnemer.objects.create(
            initiatief=initiatief,
            name=name,
            email=email,
            language=nemer.language,
            uitgenodigd_door=nemer,
        )
        mails.invite(made, initiatief)


@transaction.atomic
def say_yes(nemer: Initiatiefnemer, *, naam_openbaar: bool) -> None:
    """Twice is the same as once."""
    initiatief = Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
    rows = Initiatiefnemer.objects.filter(pk=nemer.pk, bevestigd_op=None)
    if rows.update(bevestigd_op=timezone.now(), naam_openbaar=naam_openbaar):
        changed.shown_otherwise.send(Initiatief, initiatief=initiatief)


@transaction.atomic
def leave(nemer: Initiatiefnemer) -> None:
    """They are not an initiator any more, or never were: how to reach them goes."""
    initiatief = Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
    if nemer.bevestigd_op is None:
        Initiatiefnemer.objects.filter(pk=nemer.pk).delete()
    else:
        forget([nemer.pk])
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)


def forget(pks: list[int]) -> int:
    """Nobody knows them any more; what they wrote for all stays."""
    rows = Initiatiefnemer.objects.filter(pk__in=pks)
    rows.filter(gestopt_op=None).update(gestopt_op=timezone.now())
    return int(rows.update(name="", email="", phone="", naam_openbaar=False, is_vertrouwd=False))


@transaction.atomic
def show_name(nemer: Initiatiefnemer, *, shown: bool) -> None:
    """Whether their name stands on the page."""
    initiatief = Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
    Initiatiefnemer.objects.filter(pk=nemer.pk).update(naam_openbaar=shown)
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)
