"""How many support an initiative: who said yes by mail, and who signed on paper (I6)."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from wijkteams.initiatieven import changed
from wijkteams.initiatieven.models import Initiatief, Papierlijst, Steun

FORGOTTEN = {"email": "", "kenmerk": F("code")}
"What is left of a heart when its initiative is over for long: that it was given."
FIELDS = ("aantal_steun", "aantal_steun_wijk", "aantal_papier", "aantal_papier_wijk")


@transaction.atomic
def recount(initiatief_pk: int) -> None:
    """Count anew; those of the ward apart. The page follows when it shows something else."""
    initiatief = Initiatief.objects.locked(initiatief_pk)
    before = [getattr(initiatief, name) for name in FIELDS]
    yes = Steun.objects.filter(initiatief=initiatief, bevestigd_op__isnull=False)
    given = yes.aggregate(total=Count("pk"), own=Count("pk", filter=Q(uit_wijk=True)))
    lists = Papierlijst.objects.filter(initiatief=initiatief)
    paper = lists.aggregate(
        total=Coalesce(Sum("aantal"), 0),
        own=Coalesce(Sum("aantal_wijk"), 0),
    )
    after = [given["total"], given["own"], paper["total"], paper["own"]]
    if after == before:
        return
    for name, number in zip(FIELDS, after, strict=True):
        setattr(initiatief, name, number)
    initiatief.save(update_fields=FIELDS)
    changed.shown_otherwise.send(Initiatief, initiatief=initiatief)


def begin_anew(**kwargs: Any) -> None:
    """After a step or the undoing of a merge: what goes on again, counts who says so again.

    Whose hearts they were is forgotten: who gives one again would count twice.
    """
    initiatief = kwargs["initiatief"]
    if not initiatief.is_afgesloten:
        Steun.objects.filter(initiatief=initiatief, **FORGOTTEN).delete()
        recount(initiatief.pk)
