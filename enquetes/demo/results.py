"""What came out of a demo survey, as the team published it."""

from __future__ import annotations

from datetime import datetime

from enquetes.models import Enquete, Uitslag
from enquetes.overzicht.services import refresh
from enquetes.uitslag import publishing
from enquetes.uitslag.counting import recount
from enquetes.uitslag.renewing import renew


def count(enquete: Enquete) -> None:
    """Figures of the answers that were added past the bus."""
    recount(enquete)
    renew(enquete)


def publish(enquete: Enquete, moment: datetime) -> None:
    """All questions, at this moment."""
    vragen = [one["id"] for one in Uitslag.objects.get(enquete=enquete).cijfers["vragen"]]
    publishing.publish(enquete, vragen)
    enquete.uitslag_op = moment
    enquete.save(update_fields=["uitslag_op"])
    refresh(enquete)
