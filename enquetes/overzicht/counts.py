"""How many answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, Count, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from enquetes.models import Inzending

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from enquetes.models import Enquete


def with_answers(rows: QuerySet[Enquete]) -> QuerySet[Enquete]:
    """Surveys that know already what `answers_of` tells; those that were counted are not again."""
    here = Inzending.objects.filter(enquete=OuterRef("pk")).order_by().values("enquete")
    laid = Coalesce(Subquery(here.annotate(number=Count("pk")).values("number")), 0)
    counted = F("uitslag__aantal")
    return rows.annotate(laid=Case(When(uitslag__aantal__gt=0, then=counted), default=laid))


def answers_of(enquete: Enquete) -> int:
    """How many answers are laid down; after they were purged, how many were counted."""
    known: int | None = enquete.__dict__.get("laid")
    if known is not None:
        return known
    uitslag = getattr(enquete, "uitslag", None)
    counted = uitslag.aantal if uitslag is not None else 0
    return counted or Inzending.objects.filter(enquete=enquete).count()
