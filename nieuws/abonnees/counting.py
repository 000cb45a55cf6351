"""How many people are on which list, for lists of a hundred thousand rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from nieuws.models import Abonnee, Abonnement, Lijst

Status = Abonnement.Status
STOPPED = (Abonnee.Stand.GESCHORST, Abonnee.Stand.KLACHT)
NOT_ARRIVING = "stil"
"Said yes, but our mail does not come in or is not wanted: a state of the address, not of the list."


@dataclass
class Numbers:
    """Of one list, or of several together: how many are in each state."""

    lijst: Lijst | None = None
    by_state: dict[str, int] = field(default_factory=dict)

    def _of(self, state: str) -> int:
        return self.by_state.get(state, 0)

    @property
    def readers(self) -> int:
        """Who gets the next edition."""
        return self._of(Status.ACTIEF)

    @property
    def waiting(self) -> int:
        """Who did not press the button yet."""
        return self._of(Status.ONBEVESTIGD)

    @property
    def silent(self) -> int:
        """Who said yes, but gets nothing."""
        return self._of(NOT_ARRIVING)

    @property
    def gone(self) -> int:
        """Who left; for a month, then the row goes."""
        return self._of(Status.AFGEMELD)

    def of(self, state: str) -> int:
        """How many a filter on this state finds; without, all."""
        return self._of(state) if state else sum(self.by_state.values())


def stopped_readers() -> QuerySet[Abonnee, int]:
    """Whose mail does not arrive: the database begins with these, for they are few."""
    return Abonnee.objects.filter(stand__in=STOPPED).values_list("pk", flat=True)


def numbers_of(lijsten: Iterable[Lijst]) -> list[Numbers]:
    """The numbers of these lists: two questions, which the database answers from an index."""
    found = {lijst.pk: Numbers(lijst) for lijst in lijsten}
    rows = Abonnement.objects.filter(lijst__in=list(found)).order_by()
    counted = rows.values_list("lijst_id", "status").annotate(number=Count("pk"))
    for lijst_id, status, number in counted:
        found[lijst_id].by_state[status] = number
    stopped = rows.filter(status=Status.ACTIEF, abonnee__in=stopped_readers())
    for lijst_id, number in stopped.values_list("lijst_id").annotate(number=Count("pk")):
        states = found[lijst_id].by_state
        states[NOT_ARRIVING] = number
        states[Status.ACTIEF] -= number
    return list(found.values())


def total_of(numbers: Iterable[Numbers]) -> Numbers:
    """Several lists together. Somebody on two of them counts twice."""
    total = Numbers()
    for one in numbers:
        for state, number in one.by_state.items():
            total.by_state[state] = total.by_state.get(state, 0) + number
    return total
