"""What an initiative asks for: ask it, say what was found elsewhere, close it, plan its times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from wijkteams.initiatieven.hulp import mails
from wijkteams.initiatieven.hulp.counting import COUNTED, recount
from wijkteams.initiatieven.models import Dienst, HulpAanbod, HulpVraag, Initiatief

MOST_WEEKS = 26
FIELDS = ("soort", "titel", "toelichting", "wanneer", "aantal", "tot")


@transaction.atomic
def ask(initiatief_pk: int, told: dict[str, Any]) -> HulpVraag:
    """Ask for something; `told` has (some of) FIELDS."""
    initiatief = Initiatief.objects.locked(initiatief_pk)
    last = initiatief.hulpvragen.aggregate(last=Max("volgorde"))["last"]
    values = {name: told[name] for name in FIELDS if name in told}
    vraag = HulpVraag.objects.create(
        initiatief=initiatief, volgorde=0 if last is None else last + 1, **values
    )
    recount(initiatief_pk)
    return vraag


@transaction.atomic
def numbers(vraag: HulpVraag, *, aantal: int, elders_gevonden: int) -> None:
    """How many are needed, and how many were found in another way."""
    _change(vraag, aantal=aantal, elders_gevonden=elders_gevonden)


@transaction.atomic
def reword(vraag: HulpVraag, told: dict[str, Any]) -> None:
    """Say it in other words, or until another day; who offered stays."""
    _change(vraag, **told)


@transaction.atomic
def close(vraag: HulpVraag) -> None:
    """It is not needed any more. Who offered is known for thirty days more."""
    if vraag.is_open:
        _change(vraag, is_open=False, gesloten_op=timezone.now())


@transaction.atomic
def reopen(vraag: HulpVraag) -> None:
    """It is needed after all; a day that has passed does not count any more."""
    past = vraag.tot is not None and vraag.tot < timezone.localdate()
    _change(vraag, is_open=True, gesloten_op=None, **({"tot": None} if past else {}))


def _change(vraag: HulpVraag, **values: Any) -> None:
    Initiatief.objects.locked(vraag.initiatief_id)
    HulpVraag.objects.filter(pk=vraag.pk).update(**values)
    recount(vraag.initiatief_id)


@transaction.atomic
def plan(
    vraag: HulpVraag, begint: datetime, eindigt: datetime, *, aantal: int, weken: int = 1
) -> int:
    """Times at which hands are needed, every week at the same hour; gives how many are new.

    A time that is there already stays as it is. The hour is that of the clock on the wall, also
    after the clock was put forward.
    """
    Initiatief.objects.locked(vraag.initiatief_id)
    made = 0
    for start, end in _weekly(begint, eindigt, min(weken, MOST_WEEKS)):
        made += Dienst.objects.get_or_create(
            hulpvraag=vraag, begint=start, defaults={"eindigt": end, "aantal": aantal}
        )[1]
    recount(vraag.initiatief_id)
    return made


def _weekly(begint: datetime, eindigt: datetime, weken: int) -> Iterable[tuple[datetime, datetime]]:
    here = timezone.get_current_timezone()
    first, last = (timezone.make_naive(moment, here) for moment in (begint, eindigt))
    for week in range(weken):
        later = timedelta(weeks=week)
        yield (
            timezone.make_aware(first + later, here),
            timezone.make_aware(last + later, here),
        )


@transaction.atomic
def cancel(dienst: Dienst) -> None:
    """It does not go on at this time: who would come, hears so."""
    initiatief_pk = dienst.hulpvraag.initiatief_id
    Initiatief.objects.locked(initiatief_pk)
    if dienst.begint > timezone.now():
        rows = HulpAanbod.objects.filter(diensten=dienst, staat__in=COUNTED)
        for aanbod in rows.select_related("hulpvraag__initiatief__wijk"):
            mails.tell_helper(aanbod, "dienst", dienst=dienst)
    dienst.delete()
    recount(initiatief_pk)
