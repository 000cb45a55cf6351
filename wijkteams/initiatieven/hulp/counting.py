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
    return rows.annotate(gevonden=Coalesce(offered, 0) + F("elders_gevonden"))


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
    return offered + hulpvraag.elders_gevonden


def is_running(hulpvraag: HulpVraag, today: date) -> bool:
    """Whether it is asked still, found or not."""
    return hulpvraag.is_open and (hulpvraag.tot is None or hulpvraag.tot >= today)


@transaction.atomic
def recount(initiatief_pk: int) -> bool:
    """Say anew whether an initiative asks for help, and that its page shows other numbers."""
    initiatief = Initiatief.objects.locked(initiatief_pk)
    asked = with_found(HulpVraag.objects.filter(initiatief=initiatief, is_open=True))
    open_ones = asked.filter(Q(tot=None) | Q(tot__gte=timezone.localdate()))
    is_over = initiatief.staat in AFGESLOTEN or initiatief.samengevoegd_in_id is not None
    wanted = not is_over and open_ones.filter(gevonden__lt=F("aantal")).exists()
    if wanted != initiatief.zoekt_hulp:
        initiatief.zoekt_hulp = wanted
        initiatief.save(update_fields=["zoekt_hulp"])
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)
    return wanted


def follow(**kwargs: Any) -> None:
    """After a step, a merge or its undoing: what is over asks for nothing."""
    recount(kwargs["initiatief"].pk)
