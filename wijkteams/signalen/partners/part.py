"""What of partners stands on the screen of one signal."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from wijkteams.row_access import may
from wijkteams.signalen.models import Doorzending, Signaal
from wijkteams.signalen.partners.services import OPEN


def passed_on(request: HttpRequest, signaal: Signaal) -> dict[str, Any] | None:
    """To whom it was passed on, and what came back; None when it never was."""
    rows = list(signaal.doorzendingen.select_related("organisatie", "door"))
    if not rows:
        return None
    return {
        "doorzendingen": rows,
        "open": OPEN,
        "answered": Doorzending.Stand.BEANTWOORD,
        "may_change": may(request.user, signaal.wijk_id, "signaal.change"),
        "request": request,
    }
