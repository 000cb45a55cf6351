"""When figures that are seen move: not for each answer, for that would tell what it was (S9)."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from enquetes.models import Enquete, Uitslag
from enquetes.overzicht import services as overzicht
from enquetes.uitslag.making import LEAST, figures_of
from enquetes.uitslag.rows import locked
from enquetes.uitslag.visibility import is_seen_before_the_end


def may_move(enquete: Enquete, uitslag: Uitslag) -> bool:
    """Whether the figures may be made anew: once they were seen, only for enough new answers.

    They are made for being seen only. Taken back they were seen all the same: who kept them would
    read one late answer from the difference.
    """
    if not uitslag.cijfers:
        return True
    return uitslag.aantal - uitslag.cijfers["aantal"] >= max(LEAST, enquete.drempel)


def ask_to_renew(enquete: Enquete, uitslag: Uitslag) -> None:
    """After counting: put the making of figures in the queue, if residents see them."""
    if _is_seen(enquete) and may_move(enquete, uitslag):
        renew_figures.enqueue(enquete=enquete.pk)


@task()
def renew_figures(enquete: int) -> int:
    """Make the figures that residents see; about how many answers they are."""
    found = Enquete.objects.filter(pk=enquete).first()
    if found is None:
        return 0
    uitslag = renew(found)
    if uitslag.cijfers:
        overzicht.counted(found)
    return int(uitslag.cijfers.get("aantal", 0))


@transaction.atomic
def renew(enquete: Enquete) -> Uitslag:
    """Make the figures of what was counted, if they may move."""
    uitslag = locked(enquete)
    if uitslag.tellingen and may_move(enquete, uitslag):
        uitslag.cijfers = figures_of(enquete, uitslag.tellingen)
        uitslag.save(update_fields=["cijfers"])
    return uitslag


def _is_seen(enquete: Enquete) -> bool:
    return enquete.uitslag_op is not None or is_seen_before_the_end(enquete)
