"""Which partners work in a ward."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from wijkteams.models import Organisatie


def working_in(wijk_id: int) -> QuerySet[Organisatie]:
    """Those that name this ward, and those that name none: its own, and those of the city."""
    everywhere = Q(wijken=None) & (Q(wijk=None) | Q(wijk=wijk_id))
    rows = Organisatie.objects.filter(everywhere | Q(wijken=wijk_id), is_actief=True)
    return rows.distinct().order_by("name", "pk")


def shown_in(wijk_id: int | None) -> list[Organisatie]:
    """What residents see of them; whom to write to there is not read at all (rule R-04)."""
    if wijk_id is None:
        return []
    rows = working_in(wijk_id).filter(is_openbaar=True)
    return list(rows.only("name", "soort", "wat", "website", "phone"))
