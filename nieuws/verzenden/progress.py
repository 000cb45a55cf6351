"""How far a sending is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from nieuws.models import Editie, Zending

STILL = (Zending.Status.WACHT, Zending.Status.BEZIG)


@dataclass(frozen=True)
class Progress:
    """What the bar and the report show."""

    editie: Editie
    counts: dict[str, int]
    "By `Zending.Status`, all states, also those of nobody."

    @property
    def total(self) -> int:
        """All readers; before the start the number that the volunteer agreed to."""
        return sum(self.counts.values()) or self.editie.expected

    @property
    def waiting(self) -> int:
        """What has still to leave."""
        if not sum(self.counts.values()):
            return self.total
        return sum(self.counts[status] for status in STILL)

    @property
    def done(self) -> int:
        """All with whom we are finished, however it went."""
        return self.total - self.waiting

    @property
    def sent(self) -> int:
        """What the mail server took, also what came back later."""
        return self.counts[Zending.Status.VERSTUURD] + self.counts[Zending.Status.TERUG]

    @property
    def percent(self) -> int:
        """0 to 100; 100 only when nothing waits."""
        return 100 * self.done // self.total if self.total else 100

    @property
    def is_moving(self) -> bool:
        """Whether to look again in a moment."""
        return self.editie.status in {Editie.Status.GEPLAND, Editie.Status.BEZIG}

    @property
    def stalled_since(self) -> datetime | None:
        """Since when the mail server does not answer; None when it does."""
        return self.editie.stalled_since

    @property
    def next_try_at(self) -> datetime | None:
        """When it is tried again."""
        return self.editie.next_try_at


def progress(editie: Editie) -> Progress:
    """One query; of an old edition, whose rows are gone, the totals that were kept."""
    rows = Zending.objects.filter(editie=editie)
    found = dict(rows.values_list("status").annotate(Count("pk")).order_by()) or editie.totals
    return Progress(editie, {status: found.get(status, 0) for status in Zending.Status.values})
