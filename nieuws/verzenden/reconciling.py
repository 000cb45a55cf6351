"""Putting right what a sender that died had in hand (rule R-33).

What the server took counts as sent; what was not begun waits again; the one mail that was on its
way is asked of the relay when that can be, else a person decides. A claim without a file (made on
a machine whose disk is gone) is unsure as a whole.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from nieuws.models import Zending
from nieuws.verzenden import relay
from nieuws.verzenden.claiming import Results, of_claim, write_results
from nieuws.verzenden.journal import Left, left_by_the_dead, path_of
from nieuws.verzenden.letter import message_id

logger = logging.getLogger(__name__)

NO_FILE_AFTER = timedelta(minutes=15)


def put_right() -> int:
    """Look at all claims whose sender is dead; gives how many were put right."""
    done = sum(_of_file(left) for left in left_by_the_dead())
    return done + _without_file()


def _of_file(left: Left) -> int:
    rows = dict(of_claim(left.claim).values_list("pk", "code"))
    still = of_claim(left.claim).filter(status=Zending.Status.BEZIG)
    busy = set(still.values_list("pk", flat=True))
    if not left.path.exists():  # another one was here just before us
        return 0
    unsure = left.unsure(busy)
    if unsure and relay.can_be_asked() and left.age() < relay.SETTLED:
        return 0  # its answer is not there yet
    if rows:
        _settle(left, busy, {pk: rows[pk] for pk in unsure})
    left.path.unlink(missing_ok=True)
    return bool(rows)


def _settle(left: Left, busy: set[int], unsure: dict[int, str]) -> None:
    results = Results(sent=sorted(left.done & busy))
    answers: dict[str, bool] = {}
    if unsure and relay.can_be_asked():
        # Its log was written to after the last thing that this sender did.
        ids = [message_id(code) for code in unsure.values()]
        answers = relay.taken(ids, since=left.path.stat().st_mtime - 1)
    for pk, code in unsure.items():
        answer = answers.get(message_id(code))
        if answer is None:
            results.unsure.append(pk)
        elif answer:
            results.sent.append(pk)
    _write(left.claim, results)
    logger.warning(
        "A sender died with %d mails: %d had left, %d are unsure",
        len(busy),
        len(results.sent),
        len(results.unsure),
    )


def _write(claim: str, results: Results) -> None:
    first = of_claim(claim).select_related("editie").first()
    if first is not None:
        write_results(first.editie, claim, results)


def _without_file() -> int:
    """Claims that no living sender can have: nobody knows how far they came."""
    old = Zending.objects.exclude(claim="").filter(claimed_at__lt=timezone.now() - NO_FILE_AFTER)
    lost = [
        claim
        for claim in old.values_list("claim", flat=True).distinct()
        if not path_of(claim).exists()
    ]
    for claim in lost:
        with transaction.atomic():
            rows = of_claim(claim).filter(status=Zending.Status.BEZIG)
            _write(claim, Results(unsure=list(rows.values_list("pk", flat=True))))
        logger.error("A claim has no file: its mails are unsure")
    return len(lost)
