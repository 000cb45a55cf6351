"""For the team, on a signal: how many were asked, and what they said. Numbers, never who."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest

from wijkteams.signalen.merging import family
from wijkteams.signalen.models import Medemelder, Melder, Signaal

COUNTED = {
    "gevraagd": Count("pk"),
    "ja": Count("pk", filter=Q(is_opgelost=True)),
    "nee": Count("pk", filter=Q(is_opgelost=False)),
}


def context_of(request: HttpRequest, signaal: Signaal) -> dict[str, Any] | None:
    """None as long as nobody was asked."""
    found = dict.fromkeys(COUNTED, 0)
    for model in (Melder, Medemelder):
        rows = model.objects.filter(signaal__in=family(signaal.pk), gevraagd_op__isnull=False)
        for name, number in rows.aggregate(**COUNTED).items():
            found[name] += number
    return found if found["gevraagd"] else None
