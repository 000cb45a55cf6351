"""How many answers came by which way."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from enquetes.models import Enquete
from wijkteams.kanaal import Kanaal


@dataclass(frozen=True)
class Channels:
    """Answers that count, by the way they came; and those that still wait in the bus."""

    counted: list[tuple[str, int]]
    waiting: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(number for _label, number in self.counted) + self.waiting


def per_channel(enquete: Enquete) -> Channels:
    """Web, paper, telephone and so on apart (requirement S6). What waits is sealed."""
    rows = enquete.inzendingen.order_by().values_list("kanaal").annotate(number=Count("pk"))
    numbers = dict(rows)
    counted = [(str(Kanaal(one).label), numbers[one]) for one in Kanaal.values if one in numbers]
    return Channels(counted, enquete.enveloppen.count())
