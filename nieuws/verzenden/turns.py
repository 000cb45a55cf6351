"""A turn: at most a minute of work on one edition, and less when other work waits.

A resident who asks for a newsletter gets the mail to confirm while 30,000 others leave.
"""

from __future__ import annotations

import logging
import secrets
import time
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from core.mail.retries import delay
from nieuws.models import Editie, Zending
from nieuws.retouren.status import without_addresses
from nieuws.verzenden import steering
from nieuws.verzenden.batch import Batch
from nieuws.verzenden.channels import channel, is_fast
from nieuws.verzenden.claiming import claim_rows, write_results
from nieuws.verzenden.errors import SendingError
from nieuws.verzenden.journal import Journal
from nieuws.verzenden.lanes import others_wait
from nieuws.verzenden.letter import BrokenLetterError, Letter, Own
from nieuws.verzenden.progress import progress
from nieuws.verzenden.reconciling import put_right
from nieuws.verzenden.starting import start

logger = logging.getLogger(__name__)

LONGEST = 45.0
"Seconds; a worker that is asked to stop has a minute to end its turn (docs/beheer/systemd)."
LOOK_AGAIN = timedelta(seconds=5)
"When another sender has the last ones in hand."


def turn(pk: int) -> datetime | None:
    """Send for a while; gives when to come back, None when there is nothing left to do."""
    put_right()
    editie = Editie.objects.filter(pk=pk).first()
    if editie is not None and editie.status == Editie.Status.GEPLAND:
        editie = start(editie)
    if editie is None or editie.status != Editie.Status.BEZIG:
        return None
    now = timezone.now()
    if editie.next_try_at is not None and editie.next_try_at > now:
        return editie.next_try_at
    if editie.expires_at is not None and editie.expires_at < now:
        _expire(editie)
    try:
        return _work(editie)
    except BrokenLetterError:
        logger.exception("Edition %d cannot be made", editie.pk)
        _pause(editie, _("De mail kon niet worden gemaakt. Vraag de beheerder om hulp."))
        return None
    except Exception as error:
        _stall(editie, type(error).__name__)  # people are told, should it stay so
        raise


def _work(editie: Editie) -> datetime | None:
    own = Own(editie)
    letter = Letter(editie, own) if is_fast() else None
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        batch = _one_claim(editie, letter, own, end)
        if batch is None:
            return _finish(editie)
        if batch.trouble:
            why = without_addresses(batch.trouble)
            _pause(editie, _("De mailserver weigert te veel: %(why)s") % {"why": why})
            return None
        if batch.away is not None and not batch.results.sent:
            return _stall(editie, batch.away)
        if batch.results.sent and editie.stalled_since is not None:
            _moves_again(editie)
        if not batch.goes_on:
            return None
        if others_wait():
            break
    return timezone.now()


def _one_claim(editie: Editie, letter: Letter | None, own: Own, until: float) -> Batch | None:
    """Take, send, write down. Should this process die, then another reads the journal."""
    claim = secrets.token_hex(16)
    with Journal(claim) as journal:
        rows = claim_rows(editie, claim)
        if not rows:
            journal.remove()
            return None
        way = channel(editie, letter, own, journal)
        batch = Batch(editie, rows, way, until)
        try:
            way.open()
        except OSError as error:
            batch.away = str(error)
        else:
            batch.send()
            way.close()
        write_results(editie, claim, batch.results)
        journal.remove()
    return batch


def _finish(editie: Editie) -> datetime | None:
    """All that can leave has left: it is over, or there are some for later."""
    rows = Zending.objects.filter(editie=editie)
    waiting = rows.filter(status=Zending.Status.WACHT)
    if waiting.exists():
        first = waiting.aggregate(first=Min("not_before"))["first"]
        soon = timezone.now() + LOOK_AGAIN
        # Some wait for their domain's next minute, which no row tells.
        return max(first, soon) if first and not waiting.filter(not_before=None).exists() else soon
    if rows.filter(status=Zending.Status.BEZIG).exists():
        return timezone.now() + LOOK_AGAIN
    now = timezone.now()
    done = Editie.objects.filter(pk=editie.pk, status=Editie.Status.BEZIG)
    done.update(
        status=Editie.Status.KLAAR,
        finished_at=now,
        stalled_since=None,
        next_try_at=None,
        totals=progress(editie).counts,
    )
    return None


def _stall(editie: Editie, why: str) -> datetime:
    """The server is away: try at times that lie farther and farther apart, at least every hour."""
    now = timezone.now()
    since = editie.stalled_since or now
    moment = now + delay(now - since)
    Editie.objects.filter(pk=editie.pk).update(stalled_since=since, next_try_at=moment)
    logger.warning("Edition %d waits for the mail server: %s", editie.pk, without_addresses(why))
    return moment


def _moves_again(editie: Editie) -> None:
    editie.stalled_since = editie.next_try_at = None
    Editie.objects.filter(pk=editie.pk).update(stalled_since=None, next_try_at=None)


def _expire(editie: Editie) -> None:
    late = Zending.objects.filter(editie=editie, status=Zending.Status.WACHT)
    late.update(status=Zending.Status.VERLOPEN)


def _pause(editie: Editie, why: str) -> None:
    """Somebody may have been first: then it stands still already."""
    logger.error("Edition %d is stopped: %s", editie.pk, why)
    with suppress(SendingError):
        steering.pause(editie, reason=why)
