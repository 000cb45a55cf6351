"""Taking a hundred mails, so that no other sender takes them, and writing down what became of them.

Rows are locked while they are taken (SQLite: one writer at a time; PostgreSQL: SKIP LOCKED, so that
two senders do not wait for one another). They go in the order in which they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from nieuws.models import Editie, Zending
from nieuws.retouren import services as retouren
from nieuws.retouren.status import without_addresses
from nieuws.verzenden.recipients import readers
from nieuws.verzenden.tempo import Room

BATCH = 100


class Row(NamedTuple):
    """What is needed to send one mail."""

    pk: int
    code: str
    tries: int
    domain: str
    abonnee: int | None
    abonnement: int | None
    email: str | None
    abonnee_code: str | None
    abonnement_code: str | None
    lijst: int | None


_FIELDS = (
    "pk", "code", "tries", "domain", "abonnee_id", "abonnement_id", "abonnee__email",
    "abonnee__code", "abonnement__code", "abonnement__lijst_id",
)  # fmt: skip


@dataclass
class Results:
    """What became of the mails of a claim; of those that it does not name nothing did."""

    sent: list[int] = field(default_factory=list)
    unsure: list[int] = field(default_factory=list)
    unwanted: list[int] = field(default_factory=list)
    refused: dict[int, tuple[int, str]] = field(default_factory=dict)
    "The server's code and words."
    later: dict[int, tuple[datetime, str]] = field(default_factory=dict)
    "When to try again, and the server's words."


def claim_rows(editie: Editie, claim: str) -> list[Row]:
    """Take the next ones for this claim; none when all that waits has to wait longer."""
    now = timezone.now()
    with transaction.atomic():
        room = Room(now)
        waiting = Zending.objects.filter(editie=editie, status=Zending.Status.WACHT)
        may = waiting.filter(Q(not_before=None) | Q(not_before__lte=now))
        locked = may.exclude(domain__in=room.full()).order_by("pk")
        locked = locked.select_for_update(skip_locked=True)
        found = locked.values_list("pk", "domain")[: room.at_most(BATCH)]
        taken = room.take(list(found))
        Zending.objects.filter(pk__in=taken).update(
            status=Zending.Status.BEZIG, claim=claim, claimed_at=now
        )
    rows = Zending.objects.filter(pk__in=taken).order_by("pk").values_list(*_FIELDS)
    return [Row(*row) for row in rows]


def of_claim(claim: str) -> QuerySet[Zending]:
    """What a claim holds. SQLite uses the index on claims only when it reads that there is one."""
    return Zending.objects.filter(claim=claim).exclude(claim="")


@transaction.atomic
def write_results(editie: Editie, claim: str, results: Results) -> None:
    """In one go: what was sent, what was not, and the rest as it was before the claim.

    A mail that bounced before this was written is 'terug' already, and stays so. Who calls the
    sending off waits for this, or is seen here: nothing of it waits afterwards.
    """
    status = (
        Editie.objects.select_for_update().filter(pk=editie.pk).values_list("status", flat=True)
    )
    is_off = status.first() == Editie.Status.GEANNULEERD
    mine = of_claim(claim).filter(status=Zending.Status.BEZIG)
    now = timezone.now()
    sent = {"status": Zending.Status.VERSTUURD, "sent_at": now, "tries": F("tries") + 1}
    mine.filter(pk__in=results.sent).update(**sent)
    mine.filter(pk__in=results.unsure).update(status=Zending.Status.ONZEKER, tries=F("tries") + 1)
    for pk, (moment, words) in results.later.items():
        mine.filter(pk=pk).update(
            status=Zending.Status.WACHT,
            not_before=moment,
            answer=without_addresses(words),
            tries=F("tries") + 1,
        )
    for pk, (code, words) in results.refused.items():
        _refuse(pk, claim, code, words)
    for pk in results.unwanted:
        _leave_out(pk, claim, editie)
    mine.update(status=Zending.Status.OVERGESLAGEN if is_off else Zending.Status.WACHT)
    of_claim(claim).update(claim="", claimed_at=None)


def _refuse(pk: int, claim: str, code: int, words: str) -> None:
    rows = of_claim(claim).filter(pk=pk, status=Zending.Status.BEZIG)
    answer = without_addresses(f"{code} {words}" if code else words)
    if rows.update(status=Zending.Status.GEWEIGERD, answer=answer, tries=F("tries") + 1) and code:
        zending = Zending.objects.select_related("abonnee", "editie").get(pk=pk)
        retouren.refused(zending, code, words)


def _leave_out(pk: int, claim: str, editie: Editie) -> None:
    """Who left the list by which it came, but is on another one of these, still gets it."""
    rows = of_claim(claim).filter(pk=pk, status=Zending.Status.BEZIG)
    abonnee = rows.values_list("abonnee", flat=True).first()
    other = readers(editie.lijsten.all()).filter(abonnee=abonnee).order_by("lijst").first()
    if abonnee is not None and other is not None:
        rows.update(status=Zending.Status.WACHT, abonnement=other)
    else:
        rows.update(status=Zending.Status.OVERGESLAGEN)
