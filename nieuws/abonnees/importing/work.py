"""Asking everybody on a list, a part at a time, so that other mail goes in between.

A batch writes to at most `AT_ONCE` people, and puts the rest in the queue for a moment later: as
many mails a minute as a small mail server takes, and a mail with a log-in code never waits behind
twenty thousand others. How far it came is written down after each few lines. Killed in between,
it goes on from there; who is then asked a second time gets no second mail (`abonneren.brakes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.utils import timezone
from django_tasks import task

from core.mail.addresses import key_of
from nieuws.abonneren import services
from nieuws.models import Abonnee, Abonnement, Kanaal, Lijstimport

AT_ONCE = 100
PAUSE = timedelta(seconds=10)
"100 in 10 seconds: 600 a minute, 20,000 in half an hour."
STEP = 20
CHUNK = 5000
"So many addresses are looked up at once."
Status = Abonnement.Status


class Outcome:
    """What became of a line, as it is counted."""

    ASKED = "gevraagd"
    ON_LIST = "staat_erop"
    LEFT = "afgemeld"
    SILENT = "stil"
    NOT_NOW = "rem"


def begin(row: Lijstimport) -> bool:
    """Start, once; False when somebody else was faster."""
    rows = Lijstimport.objects.filter(pk=row.pk, status=Lijstimport.Status.VOORBEELD)
    if not rows.update(status=Lijstimport.Status.BEZIG):
        return False
    go_on(row.pk, timezone.now())
    return True


@task(priority=-10)
def work(pk: int) -> int:
    """The next part of a list; gives how many lines were done. Stopped or gone: does nothing."""
    done = 0
    while done < AT_ONCE:
        row = Lijstimport.objects.filter(pk=pk, status=Lijstimport.Status.BEZIG).first()
        if row is None:
            return done
        lines = list(islice(row.lines, row.done, row.done + STEP))
        if not lines:
            _finish(row)
            return done
        counts = dict(row.counts)
        for outcome in _ask_all(row, lines):
            counts[outcome] = counts.get(outcome, 0) + 1
        # Of two at the same lines only one counts them, and goes on.
        mine = Lijstimport.objects.filter(pk=pk, status=row.status, done=row.done)
        if not mine.update(done=row.done + len(lines), counts=counts):
            return done
        done += len(lines)
    go_on(pk, timezone.now() + PAUSE)
    return done


def go_on(pk: int, when: datetime) -> None:
    """The next part waits its turn."""
    work.using(run_after=when).enqueue(pk)


def _finish(row: Lijstimport) -> None:
    """Addresses are not kept longer than needed; the proof stands with each subscription."""
    rows = Lijstimport.objects.filter(pk=row.pk, status=Lijstimport.Status.BEZIG)
    rows.update(status=Lijstimport.Status.KLAAR, lines=[], errors=[], finished_at=timezone.now())


def stop(row: Lijstimport) -> bool:
    """No more mails from now on; the addresses go at once."""
    rows = Lijstimport.objects.filter(pk=row.pk, status=Lijstimport.Status.BEZIG)
    return bool(
        rows.update(
            status=Lijstimport.Status.GESTOPT, lines=[], errors=[], finished_at=timezone.now()
        )
    )


def _ask_all(row: Lijstimport, lines: list[list[str]]) -> Iterator[str]:
    known = why_not(row, [address for address, _name in lines if address])
    for address, name in lines:
        if not address:  # somebody asked to be forgotten in the meantime
            continue
        yield known.get(key_of(address)) or _ask(row, address, name)


def _ask(row: Lijstimport, address: str, name: str) -> str:
    asked = services.enter(
        address,
        [row.lijst],
        kanaal=Kanaal.IMPORT,
        by=row.made_by,
        name=name,
        toelichting=row.proof(),
    )
    return Outcome.ASKED if asked.mailed else Outcome.NOT_NOW


def why_not(row: Lijstimport, addresses: list[str]) -> dict[str, str]:
    """Those of these addresses that are not asked, and why: by the key of the address."""
    keys = [key_of(address) for address in addresses]
    found: dict[str, str] = {}
    for at in range(0, len(keys), CHUNK):
        some = keys[at : at + CHUNK]
        stopped = Abonnee.objects.filter(email_key__in=some).exclude(stand=Abonnee.Stand.ACTIEF)
        silent = set(stopped.values_list("email_key", flat=True))
        found |= dict.fromkeys(silent, Outcome.SILENT)
        rows = Abonnement.objects.filter(lijst=row.lijst_id, abonnee__email_key__in=some)
        for key, status in rows.values_list("abonnee__email_key", "status"):
            if status == Status.ACTIEF and key not in silent:
                found[key] = Outcome.ON_LIST
            elif status == Status.AFGEMELD:
                found[key] = Outcome.LEFT
    return found
