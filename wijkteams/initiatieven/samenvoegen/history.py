"""Who merged what, when and why, and who undid it: the audit log on the team's screen (I5)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from wijkteams.initiatieven.models import Initiatief, Samenvoeging


def history(request: HttpRequest, initiatief: Initiatief) -> dict[str, Any] | None:
    """All that happened to it, the last first; None when nothing did."""
    rows = Samenvoeging.objects.filter(Q(bron=initiatief) | Q(doel=initiatief))
    found = list(rows.select_related("bron", "doel", "door", "los_door"))
    return {"rows": found} if found else None
