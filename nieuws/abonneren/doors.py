"""Links in mails, opened: the token first, and the same answer for all that lead nowhere (R-08)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.errors import too_many_requests
from core.security.throttle import Throttle
from nieuws.abonneren.frame import secret_page
from nieuws.abonneren.tokens import code_of

WRONG_TRIES = Throttle("nieuwsbrief-token", limit=10, seconds=60)


def open_door(request: HttpRequest, purpose: str, token: str) -> str | HttpResponse:
    """The code in the token, or the answer for who has no right one."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    code = code_of(purpose, token)
    if code is None:
        WRONG_TRIES.count_wrong_try(request)
        return leads_nowhere(request)
    return code


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """Wrong, used, too old, or of somebody of whom nothing is kept: nobody learns which."""
    return secret_page(request, "onbekend", _("Deze link werkt niet"), status=404)
