"""After each step that all may hear of: a mail to who told it and to who follows it.

The worker writes the mails: a signal may have hundreds of followers. All of them in one
transaction, so that a worker that is killed half-way leaves none, and the next one does all.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django_tasks import task

from wijkteams.signalen import changed
from wijkteams.signalen.merging import family
from wijkteams.signalen.models import Medemelder, Melder, Opvolging, Signaal
from wijkteams.signalen.vertellen import mails


def connect() -> None:
    """Listen to what changes with signals. Called when the app is ready."""
    changed.stepped.connect(_stepped, sender=Signaal, dispatch_uid="signalen.vertellen")


def is_for_residents(opvolging: Opvolging) -> bool:
    """Whether there is something to tell: another state, or a sentence; never a note only."""
    if opvolging.wacht_op_tweede:
        return False
    return opvolging.van != opvolging.naar or bool(opvolging.openbare_zin.strip())


def _stepped(signaal: Signaal, opvolging: Opvolging, **kwargs: Any) -> None:
    if is_for_residents(opvolging):
        tell_of_step.enqueue(opvolging=opvolging.pk)


@task()
def tell_of_step(opvolging: int) -> int:
    """Mail all who said that they want to hear of it; gives how many."""
    step = Opvolging.objects.select_related("signaal").filter(pk=opvolging).first()
    if step is None or not is_for_residents(step):
        return 0
    # Whose signal was merged into this one, hears of this one.
    here = Q(signaal__in=family(step.signaal_id))
    confirmed = here & Q(bevestigd_op__isnull=False) & ~Q(email="")
    told: set[str] = set()
    with transaction.atomic():
        for melder in Melder.objects.filter(confirmed, volgt=True).select_related("signaal__wijk"):
            _once(told, melder.email, lambda m=melder: mails.tell_teller(m, step))
        followers = Medemelder.objects.filter(confirmed).select_related("signaal__wijk")
        for volger in followers:
            _once(told, volger.email, lambda v=volger: mails.tell_follower(v, step))
    return len(told)


def _once(told: set[str], email: str, tell: Any) -> None:
    """Who told it and follows it too gets one mail."""
    if email.lower() not in told:
        told.add(email.lower())
        tell()
