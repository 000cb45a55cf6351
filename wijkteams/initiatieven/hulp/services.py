"""Offering help, and what becomes of it. All of it holds the initiative, so that all are counted.

Who offers has one place in each thing that is asked, however often the form is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.mail.addresses import throttle_key_of
from core.turns import own_turn
from wijkteams.initiatieven.hulp import mails
from wijkteams.initiatieven.hulp.counting import COUNTED, found, is_running, recount, with_taken
from wijkteams.initiatieven.models import AFGESLOTEN, Dienst, HulpAanbod, HulpVraag, Initiatief
from wijkteams.initiatieven.models.aanvraag import token_code

Staat = HulpAanbod.Staat


class NotAskedError(Exception):
    """It is closed, over, or found already."""


def mark_of(email: str, phone: str = "") -> str:
    """By which somebody is recognised: a keyed digest, that says nothing without our key."""
    number = re.sub(r"^(?:\+|00)31", "0", re.sub(r"[^\d+]", "", phone))
    value = throttle_key_of(email) if email else number
    return salted_hmac("initiatieven.hulp", value, algorithm="sha256").hexdigest()


def is_asked(vraag: HulpVraag) -> bool:
    """Whether it can be offered now."""
    initiatief = vraag.initiatief
    over = initiatief.staat in AFGESLOTEN or initiatief.samengevoegd_in_id is not None
    running = is_running(vraag, timezone.localdate())
    return not over and running and found(vraag) < vraag.aantal


def offer(
    vraag_pk: int, told: dict[str, Any], diensten: Iterable[int], *, language: str
) -> HulpAanbod:
    """Keep what somebody offers until they say yes by mail. Raises NotAskedError.

    The answer to who typed it is the same for an address that is known: nobody learns whose it is.
    """
    with own_turn(), transaction.atomic():
        vraag = _held(vraag_pk)
        if not is_asked(vraag):
            raise NotAskedError
        aanbod = _place(vraag, told)
        if aanbod.staat == Staat.ONBEVESTIGD:
            _fill(aanbod, told, diensten, language)
            if not aanbod.email:
                mails.tell_initiators(vraag, "nieuw")  # they call back, and then it counts
        mails.ask_to_confirm(aanbod)
    return aanbod


def _place(vraag: HulpVraag, told: dict[str, Any]) -> HulpAanbod:
    """The one place of a person, or a new one."""
    mark = mark_of(told["email"], told["phone"])
    return vraag.aanbod.filter(kenmerk=mark).first() or HulpAanbod(hulpvraag=vraag, kenmerk=mark)


def _fill(aanbod: HulpAanbod, told: dict[str, Any], diensten: Iterable[int], language: str) -> None:
    """The link of an earlier mail says yes to what was typed then, and to nothing else."""
    for name in ("name", "email", "phone", "aantal", "bericht"):
        setattr(aanbod, name, told[name])
    aanbod.code, aanbod.language, aanbod.created_at = token_code(), language, timezone.now()
    aanbod.save()
    aanbod.diensten.set(_coming(aanbod, diensten))


def _coming(aanbod: HulpAanbod, diensten: Iterable[int]) -> Any:
    """Of these, the times that are still to come."""
    rows = Dienst.objects.filter(hulpvraag=aanbod.hulpvraag_id, pk__in=list(diensten))
    return rows.filter(begint__gt=timezone.now())


def confirm(aanbod_pk: int) -> HulpAanbod:
    """They said yes. Twice is the same as once; when all was found meanwhile, nothing is kept."""
    with own_turn(), transaction.atomic():
        aanbod = _held_offer(aanbod_pk)
        if aanbod.staat != Staat.ONBEVESTIGD:
            return aanbod
        if not is_asked(aanbod.hulpvraag):
            return _forget(aanbod, Staat.NIET_NODIG)
        aanbod.staat, aanbod.bevestigd_op = Staat.AANGEBODEN, timezone.now()
        aanbod.save(update_fields=["staat", "bevestigd_op"])
        _leave_full_shifts(aanbod)
        recount(aanbod.hulpvraag.initiatief_id)
        mails.tell_initiators(aanbod.hulpvraag, "nieuw")
    return aanbod


@transaction.atomic
def take_down(
    vraag_pk: int, told: dict[str, Any], diensten: Iterable[int], *, kanaal: str, door: Any
) -> HulpAanbod:
    """What the team types in for somebody who called: it counts at once. One place a person."""
    vraag = _held(vraag_pk)
    aanbod = _place(vraag, told)
    if aanbod.staat in COUNTED:  # who calls again, comes at more times
        aanbod.diensten.add(*_coming(aanbod, diensten))
    else:
        aanbod.staat, aanbod.kanaal, aanbod.ingevoerd_door = Staat.AANGEBODEN, kanaal, door
        _fill(aanbod, told, diensten, "nl")
        mails.tell_initiators(vraag, "nieuw")
    _leave_full_shifts(aanbod)
    recount(vraag.initiatief_id)
    return aanbod


@transaction.atomic
def choose(aanbod_pk: int, diensten: Iterable[int]) -> list[Dienst]:
    """Come at these times from now on; gives those of them that were full already."""
    aanbod = _held_offer(aanbod_pk)
    if aanbod.staat not in COUNTED:
        return []
    past = list(aanbod.diensten.filter(begint__lte=timezone.now()).values_list("pk", flat=True))
    aanbod.diensten.set([*past, *_coming(aanbod, diensten).values_list("pk", flat=True)])
    full = _leave_full_shifts(aanbod)
    recount(aanbod.hulpvraag.initiatief_id)
    return full


@transaction.atomic
def stop(aanbod_pk: int) -> None:
    """They cannot help any more: nothing of them stays but that they were there."""
    aanbod = _held_offer(aanbod_pk)
    if aanbod.staat == Staat.GESTOPT:
        return
    counted = aanbod.staat in COUNTED
    _forget(aanbod, Staat.GESTOPT)
    recount(aanbod.hulpvraag.initiatief_id)
    if counted:
        mails.tell_initiators(aanbod.hulpvraag, "stopt")


@transaction.atomic
def decide(aanbod_pk: int, *, accept: bool) -> HulpAanbod:
    """The initiator (or the team) agreed it with them, or thanks them."""
    aanbod = _held_offer(aanbod_pk)
    to = Staat.AFGESPROKEN if accept else Staat.NIET_NODIG
    # Who never said yes to an address cannot be agreed with by it; who left a number was called.
    waits = aanbod.staat == Staat.ONBEVESTIGD and bool(aanbod.email)
    if aanbod.staat in {to, Staat.GESTOPT} or waits or not aanbod.name:
        return aanbod
    aanbod.staat = to
    aanbod.save(update_fields=["staat"])
    if accept:
        _leave_full_shifts(aanbod)
    else:
        aanbod.diensten.clear()
    recount(aanbod.hulpvraag.initiatief_id)
    mails.tell_helper(aanbod, str(to))
    return aanbod


def _forget(aanbod: HulpAanbod, staat: str) -> HulpAanbod:
    aanbod.name = aanbod.email = aanbod.phone = aanbod.bericht = ""
    aanbod.staat, aanbod.kenmerk = staat, aanbod.code
    aanbod.save()
    aanbod.diensten.clear()
    return aanbod


def _leave_full_shifts(aanbod: HulpAanbod) -> list[Dienst]:
    """With them in it no shift may have more people than it asks for."""
    # By number: a filter on helpers would make the counting see this one only.
    coming = list(aanbod.diensten.filter(begint__gt=timezone.now()).values_list("pk", flat=True))
    rows = with_taken(Dienst.objects.filter(pk__in=coming))
    over = [one for one in rows if one.bezet > one.aantal]  # type: ignore[attr-defined]
    aanbod.diensten.remove(*over)
    return over


def _held(vraag_pk: int) -> HulpVraag:
    key = HulpVraag.objects.values_list("initiatief", flat=True).get(pk=vraag_pk)
    Initiatief.objects.locked(key)
    found_one: HulpVraag = HulpVraag.objects.select_related("initiatief__wijk").get(pk=vraag_pk)
    return found_one


def _held_offer(pk: int) -> HulpAanbod:
    vraag = _held(HulpAanbod.objects.values_list("hulpvraag", flat=True).get(pk=pk))
    aanbod: HulpAanbod = HulpAanbod.objects.get(pk=pk)
    aanbod.hulpvraag = vraag
    return aanbod
