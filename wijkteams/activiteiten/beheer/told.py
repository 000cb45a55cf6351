"""Who is told when something changes: said before anybody confirms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from wijkteams.activiteiten.models import Aanmelding, Activiteit, Keer
from wijkteams.activiteiten.models.choices import Bereik

STILL_COUNT = (*Aanmelding.HOLDING, Aanmelding.Status.WACHTLIJST)


@dataclass(frozen=True)
class Told:
    """How many sign-ups there are, and how many of them have an address of mail."""

    people: int = 0
    by_mail: int = 0
    by_phone: int = 0
    "Without an address of mail: somebody has to ring."

    @property
    def anybody(self) -> bool:
        """Whether anybody signed up at all."""
        return self.by_mail + self.by_phone > 0


def told_about(activiteit: Activiteit, keren: Iterable[Keer]) -> Told:
    """Who signed up for these times, or for the series that they are part of."""
    rows = activiteit.aanmeldingen.filter(status__in=STILL_COUNT)
    here = Q(keer__in=[keer.pk for keer in keren])
    rows = rows.filter(here | Q(keer=None) if activiteit.bereik == Bereik.REEKS else here)
    found = list(rows.values_list("places", "email"))
    mailed = sum(1 for _places, email in found if email)
    return Told(sum(places for places, _email in found), mailed, len(found) - mailed)
