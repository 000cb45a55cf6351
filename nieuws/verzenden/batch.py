"""Sending what one claim holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from core.mail.retries import delay
from nieuws.models import Abonnement, Editie
from nieuws.verzenden.claiming import Results, Row
from nieuws.verzenden.letter import sendable
from nieuws.verzenden.outcome import Channel, Kind, Outcome

LOOK_AFTER = 0.2
"Seconds: nobody gets mail who left longer ago than this (and the time of one query)."
REFUSED_AT_LEAST, REFUSED_PART = 10, 0.2
"So many, and this part of what was handed over: then something is wrong with us (N7)."
BREAKS = 2
"After so many times it is probably the mail, and not the server."


@dataclass
class Batch:
    """The mails of a claim, and what became of them so far."""

    editie: Editie
    rows: Sequence[Row]
    channel: Channel
    until: float
    "By the clock that only goes forward: then it stops, and what is left waits again."
    results: Results = field(default_factory=Results)
    away: str | None = None
    "Why the server takes nothing now."
    trouble: str = ""
    "Why a person has to look."
    handed_over: int = 0
    _looked: float = 0.0
    _wanted: set[int] = field(default_factory=set)
    goes_on: bool = True
    "Nobody paused it or called it off."

    def send(self) -> None:
        """Until the end, or until it makes no sense to go on."""
        for place, row in enumerate(self.rows):
            if time.monotonic() - self._looked > LOOK_AFTER:
                self._look(self.rows[place:])
            if not self.goes_on or time.monotonic() > self.until:
                return
            to = sendable(row.email or "")
            if row.abonnement not in self._wanted:
                self.results.unwanted.append(row.pk)
            elif to is None:
                self.results.refused[row.pk] = (
                    0,
                    _("Aan dit adres kan geen mail gestuurd worden."),
                )
            else:
                self._note(row, self.channel.send(row, to))
            if self.away is not None or self.trouble:
                return

    def _look(self, rows: Sequence[Row]) -> None:
        """Who of these may still be written to, and whether somebody stopped the sending."""
        self._looked = time.monotonic()
        places = [row.abonnement for row in rows if row.abonnement is not None]
        wanted = Abonnement.objects.reachable().filter(pk__in=places)
        self._wanted = set(wanted.values_list("pk", flat=True))
        status = Editie.objects.filter(pk=self.editie.pk).values_list("status", flat=True).first()
        self.goes_on = status == Editie.Status.BEZIG

    def _note(self, row: Row, outcome: Outcome) -> None:
        self.handed_over += 1
        if outcome.kind is Kind.SENT:
            self.results.sent.append(row.pk)
        elif outcome.kind is Kind.REFUSED:
            self.results.refused[row.pk] = (outcome.code, outcome.words)
            self._count_refusals()
        elif outcome.kind is Kind.LATER:
            moment = timezone.now() + delay(timedelta(minutes=2) * 2**row.tries)
            self.results.later[row.pk] = (moment, f"{outcome.code} {outcome.words}")
        elif outcome.kind is Kind.OURS:
            self.trouble = f"{outcome.code} {outcome.words}"
        else:
            self._gone(row, outcome)

    def _gone(self, row: Row, outcome: Outcome) -> None:
        """The line broke. When that happens with one mail again and again, others go first."""
        self.away = f"{outcome.code or ''} {outcome.words}".strip()
        if outcome.kind is Kind.UNSURE:
            self.results.unsure.append(row.pk)
        else:
            wait = delay(timedelta(minutes=2) * row.tries) if row.tries >= BREAKS else timedelta()
            self.results.later[row.pk] = (timezone.now() + wait, self.away)

    def _count_refusals(self) -> None:
        refused = len(self.results.refused)
        if refused >= REFUSED_AT_LEAST and refused >= REFUSED_PART * self.handed_over:
            _code, words = next(reversed(self.results.refused.values()))
            self.trouble = words
