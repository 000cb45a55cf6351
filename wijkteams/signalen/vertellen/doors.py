"""The secret links of mails: who guesses is stopped, and a wrong one tells nothing (R-08)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.errors import too_many_requests
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Medemelder, Melder
from wijkteams.signalen.vertellen import brakes
from wijkteams.signalen.vertellen.frame import show


def teller_of(request: HttpRequest, purpose: str, token: str) -> Melder | HttpResponse:
    """Who told a signal, by a link for this purpose; else the answer for a wrong one."""
    code = _code_of(request, purpose, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Melder.objects.select_related("signaal__wijk", "signaal__categorie")
    return rows.filter(code=code).first() or leads_nowhere(request)


def follower_of(request: HttpRequest, token: str) -> Medemelder | HttpResponse:
    """Who follows a signal; else the answer for a wrong link."""
    code = _code_of(request, tokens.VOLGEN, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Medemelder.objects.select_related("signaal__wijk", "signaal__categorie")
    return rows.filter(code=code).first() or leads_nowhere(request)


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """The same answer for what never was, and for what is gone."""
    brakes.WRONG_LINKS.count_wrong_try(request)
    return show(request, "onbekend", _("Deze link werkt niet (meer)"), wijk=None, status=404)


def _code_of(request: HttpRequest, purpose: str, token: str) -> str | HttpResponse:
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    return tokens.code_of(purpose, token) or leads_nowhere(request)
