"""New answers among those that lay there: all get a new key and a new place in the table.

Were they only added, a copy of the database would show in which batch each was laid down.
"""

from __future__ import annotations

import secrets
import uuid

from enquetes.models import Citaat, Enquete, Inzending

MOST = 1000
"So many of the last days take part; who answered among so many is well hidden."


def lay_among(enquete: Enquete, new: list[Inzending]) -> None:
    """Store `new`, shuffled through the answers that are there. In the caller's transaction."""
    there = enquete.inzendingen.filter(afzender=None).order_by("-dag", "pk")
    old = {one.pk: one for one in there[:MOST]}
    for one in old.values():
        one.pk = uuid.uuid4()
    everything = [*old.values(), *new]
    secrets.SystemRandom().shuffle(everything)
    Inzending.objects.bulk_create(everything, batch_size=500)
    quotes = list(Citaat.objects.filter(inzending__in=old).only("pk", "inzending"))
    for quote in quotes:
        if quote.inzending_id is not None:
            quote.inzending_id = old[quote.inzending_id].pk
    Citaat.objects.bulk_update(quotes, ["inzending"], batch_size=500)
    Inzending.objects.filter(pk__in=list(old)).delete()
