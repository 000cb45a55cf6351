"""The secret links: who guesses is stopped, and a wrong one tells nothing (rule R-08)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.errors import too_many_requests
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import brakes
from wijkteams.initiatieven.aanvragen.asking import Asking, asking_of
from wijkteams.initiatieven.aanvragen.sent import sent_from, status_url
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import InitiatiefAanvraag, Initiatiefnemer


def open_draft(request: HttpRequest, token: str) -> Asking | HttpResponse:
    """What is being written behind a link; of what was sent, the way to its page."""
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    asking = asking_of(token)
    if asking is not None:
        return asking
    aanvraag = sent_from(token)
    if aanvraag is None:
        return leads_nowhere(request)
    return redirect(f"{status_url(aanvraag)}?bedankt")


def open_idea(request: HttpRequest, token: str) -> InitiatiefAanvraag | HttpResponse:
    """What was sent, by the link of its status page; else the answer for a wrong one."""
    code = _code_of(request, tokens.AANVRAAG, token)
    if isinstance(code, HttpResponse):
        return code
    rows = InitiatiefAanvraag.objects.select_related("wijk", "initiatief")
    return rows.filter(code=code).first() or leads_nowhere(request)


def open_nemer(request: HttpRequest, token: str) -> Initiatiefnemer | HttpResponse:
    """Who is asked whether they want this; else the answer for a wrong link."""
    code = _code_of(request, tokens.NEMER, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Initiatiefnemer.objects.select_related(
        "aanvraag__wijk", "initiatief__wijk", "uitgenodigd_door"
    )
    return rows.filter(code=code, gestopt_op=None).first() or leads_nowhere(request)


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """The same answer for what never was, and for what is gone."""
    brakes.WRONG_LINKS.count_wrong_try(request)
    title = _("Deze link werkt niet (meer)")
    return in_ward(request, "aanvragen/onbekend", title, wijk=None, status=404)


def _code_of(request: HttpRequest, purpose: str, token: str) -> str | HttpResponse:
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    return tokens.code_of(purpose, token) or leads_nowhere(request)
