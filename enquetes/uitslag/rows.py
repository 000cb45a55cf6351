"""The row with the results of a survey."""

from __future__ import annotations

from django.db import transaction

from enquetes.models import Enquete, Uitslag


def locked(enquete: Enquete) -> Uitslag:
    """The results of a survey, held until the transaction ends; made when there are none yet."""
    with transaction.atomic():
        Uitslag.objects.get_or_create(enquete=enquete)
    return Uitslag.objects.select_for_update(of=("self",)).get(enquete=enquete)
