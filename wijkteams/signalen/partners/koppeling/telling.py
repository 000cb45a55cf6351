"""Telling the system of a partner, once: a signal that came in twice is a nuisance there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task

from core.fetching import FetchRefused, send
from core.scheduler.later import TryLaterError
from wijkteams.signalen.models import Doorzending, Koppeling
from wijkteams.signalen.partners.koppeling.answers import (
    TYPES,
    UnreadableError,
    address,
    first_of,
    text_of,
)
from wijkteams.signalen.partners.koppeling.asking import fields_of

BUSY = "wordt verstuurd"
"In `extern_staat` while it goes: who is killed then does not know whether it came in."
TOKEN = "token:"  # noqa: S105 - the sign that a number follows later
TRIES = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6), timedelta(hours=24))
NOT_YET = frozenset({"connect", "unknown", "slow"})
"It did not leave: it may be tried again."
BUSY_THERE = frozenset({429, 503})


def waiting() -> Any:
    """What has not reached the other side, and was not taken back."""
    return Doorzending.objects.filter(
        weg=Doorzending.Weg.OPEN311, stand=Doorzending.Stand.VERSTUURD, extern_nummer=""
    )


@task(takes_context=True)
def tell_system(context: TaskContext, pk: int) -> str:
    """Tell one signal; asks to be tried later when the other side is away."""
    rows = waiting().select_related("signaal__wijk", "signaal__categorie")
    doorzending = rows.filter(pk=pk).first()
    if doorzending is None or doorzending.signaal.is_vertrouwelijk:
        return "niets"
    if not waiting().filter(pk=pk).exclude(extern_staat=BUSY).update(extern_staat=BUSY):
        return _failed(pk, _("We weten niet of het is aangekomen. Vraag het de partner."))
    koppeling = Koppeling.objects.filter(
        organisatie=doorzending.organisatie_id, is_actief=True
    ).first()
    if koppeling is None:
        return _failed(pk, _("Het systeem van deze organisatie is niet gekoppeld."))
    try:
        form = fields_of(koppeling, doorzending)
        number = _number(send(address(koppeling, "requests"), form, types=TYPES).content)
    except UnreadableError:
        return _failed(pk, _("Het systeem gaf geen nummer. Vraag de partner of het is aangekomen."))
    except FetchRefused as error:
        return _refused(context, pk, error)
    waiting().filter(pk=pk).update(extern_nummer=number, extern_staat="open", fout="")
    return "verteld"


def _number(content: bytes) -> str:
    """The number there, or the mark with which to ask for it later."""
    one = first_of(content)
    number = text_of(one, "service_request_id", 80)
    token = text_of(one, "token", 70)
    if not number and not token:
        raise UnreadableError
    return number or f"{TOKEN}{token}"


def _refused(context: TaskContext, pk: int, error: FetchRefused) -> str:
    moment = _again(context)
    later = error.code in NOT_YET or error.status in BUSY_THERE
    if not later or moment is None:
        return _failed(pk, _why(error))
    text = _("%(why)s We proberen het later nog eens.") % {"why": _why(error)}
    waiting().filter(pk=pk).update(extern_staat="", fout=text[:300])
    raise TryLaterError(moment) from error


def _again(context: TaskContext) -> datetime | None:
    """When to try again; None after the last time."""
    number = max(context.attempt, 1) - 1
    return timezone.now() + TRIES[number] if number < len(TRIES) else None


def _why(error: FetchRefused) -> str:
    if error.status in {401, 403}:
        return _("Het systeem van de partner neemt de sleutel niet aan.")
    if error.status in {400, 404, 422}:
        return _("Het systeem van de partner neemt dit niet aan. Kijk de koppeling na.")
    return str(error)


def _failed(pk: int, text: str) -> str:
    """It does not go by itself any more; the team reads why."""
    waiting().filter(pk=pk).update(extern_staat="", fout=text[:300])
    return "mislukt"
