"""The signals that were ticked, as far as the user may do this with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wijkteams.row_access import within
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.models.querysets import SignaalQuerySet

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST = 500
"More than one screen ever ticks; what comes after that is not read."


def chosen_pks(request: HttpRequest) -> list[int]:
    """The numbers that were sent as `pk`, each once; whatever is no number counts as nothing."""
    sent = (request.POST if request.method == "POST" else request.GET).getlist("pk")[:MOST]
    numbers = [int(text) for text in sent if text.isascii() and text.isdecimal() and len(text) < 10]
    return list(dict.fromkeys(numbers))


def chosen_signals(request: HttpRequest, action: str = "signaal.change") -> SignaalQuerySet:
    """Those of them that the user may see, and do this with. Confidential ones only for few."""
    user = request.user
    rows = Signaal.objects.visible_to(user)  # type: ignore[arg-type]
    return rows.filter(within(user, action), pk__in=chosen_pks(request))
