"""Support for the initiatives of a large city: confirmed rows, and the counts that go with them."""

from __future__ import annotations

import uuid

from django.utils import timezone

from tests.builders.rows import Rows
from wijkteams.initiatieven.models import Steun
from wijkteams.initiatieven.steun.marks import mark_of


class Hearts:
    """Collects support and writes it."""

    def __init__(self) -> None:
        self.rows = Rows(Steun, bevestigd_op=timezone.now())

    def counts(self, initiatief_id: int, number: int) -> dict[str, int]:
        """Let so many support it, half of them of the ward; gives the counts of the initiative."""
        for n in range(number):
            email = f"buur{n}@bewoner.example"
            self.rows.add(
                initiatief_id=initiatief_id, code=uuid.uuid4().hex, kenmerk=mark_of(email),
                email=email, uit_wijk=n % 2 == 0,
            )  # fmt: skip
        return {"aantal_steun": number, "aantal_steun_wijk": (number + 1) // 2}

    def finish(self) -> None:
        """Write what waits."""
        self.rows.write()
