"""When there is nothing to fill in any more: sent, too late, or never begun."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from enquetes.invullen import cookie
from enquetes.invullen.concept import was_sent
from enquetes.invullen.frame import show
from enquetes.invullen.review import rows_of
from enquetes.invullen.sitting import Sitting
from enquetes.models import Enquete


def answer_without(request: HttpRequest, enquete: Enquete, sitting: Sitting | None) -> HttpResponse:
    """Say in words what happened, and where one can go from here."""
    if sitting is not None:  # it is closed; what they wrote is theirs
        return show(request, enquete, "te_laat", status=410, rows=rows_of(sitting))
    token = cookie.read(request, enquete)
    if not token:
        return redirect("enquete_begin", code=enquete.code)
    if was_sent(token):
        return redirect("enquete_bedankt", code=enquete.code)
    response = show(request, enquete, "verlopen", status=410)
    cookie.take_away(response, enquete)
    return response
