"""How many places are taken: the one sum on which nobody may be mistaken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.utils import timezone

from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer
from wijkteams.activiteiten.models.choices import Bereik, Inschrijving

WAITING = Aanmelding.Status.WACHTLIJST


@dataclass(frozen=True)
class Counts:
    """The places of one time, or of a whole series."""

    by_public: int = 0
    by_team: int = 0
    "Typed in by the team: these take the reserved places first."
    waiting: int = 0
    "Sign-ups on the waiting list."

    @property
    def taken(self) -> int:
        """All places that are kept for somebody."""
        return self.by_public + self.by_team

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.by_public + other.by_public,
            self.by_team + other.by_team,
            self.waiting + other.waiting,
        )

    def free(self, capacity: int, reserved: int = 0) -> int:
        """What is left for the public; below nought when the capacity was lowered."""
        return capacity - max(reserved, self.by_team) - self.by_public

    def free_for_team(self, capacity: int) -> int:
        """What is left for who is typed in by the team, reserved places too."""
        return capacity - self.taken


def came_by_team(aanmelding: Aanmelding) -> bool:
    """Whether it may take a reserved place: all that did not come by the site itself."""
    return aanmelding.bron != Aanmelding.Bron.WEB


def capacity_of(activiteit: Activiteit, keer: Keer | None) -> int | None:
    """How many places there are; None: as many as come. Of a time, its own number goes first."""
    if activiteit.inschrijving == Inschrijving.GEEN:
        return None
    if keer is not None and keer.capacity is not None and activiteit.bereik == Bereik.KEER:
        return keer.capacity
    return activiteit.capacity if activiteit.inschrijving == Inschrijving.BEPERKT else None


def reserved_of(activiteit: Activiteit, capacity: int) -> int:
    """How many of them the team keeps: never more than there are (this time)."""
    return min(activiteit.reserved, capacity)


def count(activiteit: Activiteit, keren: Iterable[Keer]) -> dict[int | None, Counts]:
    """The counts by time, and under None that of the whole series; one query.

    Whoever signed up for the series comes each time, and counts there. If one signs up for the
    series, the fullest time counts on top: sign-ups from when it was still by time keep theirs.
    """
    pks = [keer.pk for keer in keren]
    found = _by_time(activiteit, pks)
    series = found.pop(None, Counts())
    if activiteit.bereik == Bereik.REEKS:
        fullest = max(found.values(), key=lambda one: one.taken, default=Counts())
        series = series + Counts(fullest.by_public, fullest.by_team)
        return {None: series, **dict.fromkeys(pks, series)}
    there = Counts(series.by_public, series.by_team)
    return {None: series, **{pk: found.get(pk, Counts()) + there for pk in pks}}


def _by_time(activiteit: Activiteit, pks: list[int]) -> dict[int | None, Counts]:
    rows = Aanmelding.objects.filter(
        activiteit=activiteit, status__in=(*Aanmelding.HOLDING, WAITING)
    )
    if activiteit.bereik == Bereik.REEKS:
        rows = rows.filter(Q(keer=None) | Q(keer__ends_at__gt=timezone.now()))
    else:
        rows = rows.filter(Q(keer=None) | Q(keer__in=pks))
    groups = rows.order_by().values_list("keer_id", "bron", "status")
    sums = groups.annotate(people=Sum("places"), rows=Count("pk"))
    counts: dict[int | None, Counts] = defaultdict(Counts)
    for keer_id, bron, status, people, number in sums:
        if status == WAITING:
            counts[keer_id] += Counts(waiting=number)
        elif bron == Aanmelding.Bron.WEB:
            counts[keer_id] += Counts(by_public=people)
        else:
            counts[keer_id] += Counts(by_team=people)
    return dict(counts)
