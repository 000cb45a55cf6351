"""The secret links of mails: who guesses is stopped, and a wrong one tells nothing (R-08)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.errors import too_many_requests
from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.frame import in_ward

MINUTE = 60
WRONG_LINKS = Throttle("initiatief-link", limit=10, seconds=MINUTE)


def code_of(request: HttpRequest, purpose: str, token: str) -> str | HttpResponse:
    """The code in a link that we made for this purpose; else the answer for a wrong one."""
    if WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=MINUTE)
    return tokens.code_of(purpose, token) or leads_nowhere(request)


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """The same answer for what never was, and for what is gone."""
    WRONG_LINKS.count_wrong_try(request)
    return in_ward(request, "onbekend", _("Deze link werkt niet (meer)"), wijk=None, status=404)
