"""How much of what is asked was found ('3 van 8 gevonden'), and whether anything is still asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Case, F, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from wijkteams.initiatieven import changed
from wijkteams.initiatieven.models import AFGESLOTEN, Dienst, HulpAanbod, HulpVraag, Initiatief

COUNTED = (HulpAanbod.Staat.AANGEBODEN, HulpAanbod.Staat.AFGESPROKEN)
"What is offered counts from when its giver said yes by mail, or the team typed it in."


def with_found(rows: QuerySet[HulpVraag]) -> Any:
    """The same rows with `gevonden`, in one question for all."""
    offered = Sum("aanbod__aantal", filter=Q(aanbod__staat__in=COUNTED))
    known = F("elders_gevonden") + F("eerder_gevonden")
    return rows.annotate(gevonden=Coalesce(offered, 0) + known)


def with_taken(rows: QuerySet[Dienst]) -> QuerySet[Dienst]:
    """The same shifts with `bezet` and `vrij`, in one question for all."""
    taken = Coalesce(Sum("helpers__aantal", filter=Q(helpers__staat__in=COUNTED)), 0)
    left = Case(
        When(bezet__lt=F("aantal"), then=F("aantal") - F("bezet")),
        default=Value(0),
        output_field=IntegerField(),
    )
    return rows.annotate(bezet=taken).annotate(vrij=left)


def found(hulpvraag: HulpVraag) -> int:
    """How many were found, here and elsewhere."""
    rows = hulpvraag.aanbod.filter(staat__in=COUNTED)
    offered: int = rows.aggregate(total=Coalesce(Sum("aantal"), 0))["total"]
    return offered + hulpvraag.elders_gevonden + hulpvraag.eerder_gevonden


def is_running(hulpvraag: HulpVraag, today: date) -> bool:
    """Whether it is asked still, found or not."""
    return hulpvraag.is_open and (hulpvraag.tot is None or hulpvraag.tot >= today)


def running_now(initiatief: Initiatief) -> QuerySet[HulpVraag]:
    """What an initiative asks still, found or not, if it goes on itself."""
    rows = HulpVraag.objects.filter(initiatief=initiatief, is_open=True)
    return rows.filter(Q(tot=None) | Q(tot__gte=timezone.localdate()))


@transaction.atomic
def recount(initiatief_pk: int) -> bool:
    """Say anew whether an initiative asks for help, and that its page shows other numbers."""
    initiatief = Initiatief.objects.locked(initiatief_pk)
    is_over = initiatief.staat in AFGESLOTEN or initiatief.samengevoegd_in_id is not None
    running = HulpVraag.objects.none() if is_over else running_now(initiatief)
    # Who helped before it was over and is forgotten, cannot be asked to come again.
    running.filter(eerder_gevonden__gt=0).update(eerder_gevonden=0)
    wanted = with_found(running).filter(gevonden__lt=F("aantal")).exists()
    if wanted != initiatief.zoekt_hulp:
        initiatief.zoekt_hulp = wanted
        initiatief.save(update_fields=["zoekt_hulp"])
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)
    return wanted


def follow(**kwargs: Any) -> None:
    """After a step, a merge or its undoing: what is over asks for nothing."""
    recount(kwargs["initiatief"].pk)
