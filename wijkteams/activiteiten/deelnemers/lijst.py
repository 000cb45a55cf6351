"""The list of who comes: to one time, or to a series for which one signs up at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse

from wijkteams.activiteiten.aanmelden.face import page_of, when
from wijkteams.activiteiten.aanmelden.room import Room, room_of_series, rooms_of
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.models.choices import Bereik

Status = Aanmelding.Status


@dataclass(frozen=True)
class Lijst:
    """Who comes to this; without a time it is the whole series."""

    activiteit: Activiteit
    keer: Keer | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.activiteit.title

    @cached_property
    def when(self) -> str:
        """When it is, in words."""
        return when(self.activiteit, self.keer)

    @cached_property
    def page(self) -> ActiviteitPage | None:
        """Its page, in Dutch if there is one."""
        return page_of(self.activiteit, "nl")

    @property
    def signs_up_for(self) -> Keer | None:
        """What a new sign-up is for: this time, or (None) the series as a whole."""
        return None if self.activiteit.bereik == Bereik.REEKS else self.keer

    def rows(self) -> QuerySet[Aanmelding]:
        """All sign-ups that count here. Whoever signed up for the series comes each time."""
        rows = Aanmelding.objects.filter(activiteit=self.activiteit).select_related("entered_by")
        if self.activiteit.bereik == Bereik.REEKS:
            return rows
        return rows.filter(Q(keer=self.keer) | Q(keer=None)) if self.keer else rows

    def room(self) -> Room:
        """How many places are taken and left."""
        if self.keer is None or self.activiteit.bereik == Bereik.REEKS:
            return room_of_series(self.activiteit)
        return rooms_of(self.activiteit, [self.keer])[self.keer.pk]

    def url(self, name: str = "list") -> str:
        """The address of a screen of this list."""
        if self.keer is not None:
            return reverse(f"deelnemers:{name}", kwargs={"keer_id": self.keer.pk})
        return reverse(f"deelnemers:{name}", kwargs={"activiteit_id": self.activiteit.pk})


@dataclass(frozen=True)
class Parts:
    """The list as the team reads it."""

    coming: list[Aanmelding]
    waiting: list[Aanmelding]
    gone: list[Aanmelding]

    @property
    def places(self) -> int:
        """How many people come."""
        return sum(row.places for row in self.coming)

    @property
    def children(self) -> int:
        """How many of them are children."""
        return sum(row.children for row in self.coming)

    @property
    def came(self) -> int:
        """How many people were ticked off."""
        return sum(row.places for row in self.coming if row.came)


def parts_of(lijst: Lijst) -> Parts:
    """Who comes by name, who waits in order of arrival, and who does not come; one query."""
    rows = list(lijst.rows().order_by(Lower("name"), "pk"))
    return Parts(
        coming=[row for row in rows if row.status in Aanmelding.HOLDING],
        waiting=sorted(
            (row for row in rows if row.status == Status.WACHTLIJST),
            key=lambda row: (row.queued_at or row.created_at, row.pk),
        ),
        gone=[row for row in rows if row.status in {Status.AFGEMELD, Status.VERLOPEN}],
    )


def list_of(aanmelding: Aanmelding) -> Lijst:
    """The list on which somebody stands."""
    return Lijst(aanmelding.activiteit, aanmelding.keer)
