"""What somebody can ask for at one address: the lists of a ward and of the city."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from nieuws.models import Lijst
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED


@dataclass(frozen=True)
class Offer:
    """The list for which somebody came, if that is clear, and what else they may choose."""

    main: Lijst | None
    others: list[Lijst]


def open_lists() -> QuerySet[Lijst]:
    """The lists that take readers: of the city, and of wards of which the team did not stop."""
    rows = Lijst.objects.open().exclude(wijk__status__in=ENDED)
    return rows.select_related("wijk", "thema").order_by("wijk__name", "title", "pk")


def offer_of(wijk: Wijk | None, wanted: str = "") -> Offer:
    """What the form of a ward offers; `wanted` is the code of a list, as in a link.

    The form of the city (no ward) asks of which ward, so that there no list is the main one; but
    for one of the city's themes, or when wards have none.
    """
    mine = Q(wijk=wijk) | Q(wijk=None) | Q(code=wanted)
    rows = list(open_lists().filter(mine))
    main = next((row for row in rows if row.code == wanted), None)
    if main is None and wijk is not None:
        own = [row for row in rows if row.wijk_id == wijk.pk]
        main = next((row for row in own if row.thema_id is None), own[0] if own else None)
    if main is None:
        return Offer(None, rows)
    return Offer(main, [row for row in rows if row.pk != main.pk])
