"""Whose page it is, by the secret link of a mail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wijkteams.initiatieven.doors import code_of, leads_nowhere
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer


def initiator_of(
    request: HttpRequest, purpose: str, token: str, *, confirmed: bool = True
) -> Initiatiefnemer | HttpResponse:
    """The initiator, by a link for this purpose; else the answer for a wrong one."""
    code = code_of(request, purpose, token)
    if isinstance(code, HttpResponse):
        return code
    near = ("initiatief__wijk", "initiatief__samengevoegd_in")
    rows = Initiatiefnemer.objects.select_related(*near)
    rows = rows.filter(code=code, gestopt_op=None, initiatief__isnull=False)
    found = (rows.exclude(bevestigd_op=None) if confirmed else rows).first()
    return found or leads_nowhere(request)


def of(nemer: Initiatiefnemer) -> Initiatief:
    """The initiative of who came in by `initiator_of`."""
    if nemer.initiatief is None:
        raise LookupError(nemer.pk)
    return nemer.initiatief


def own(name: str, token: str, *more: str) -> str:
    """An address below their page."""
    return reverse(f"initiatiefnemer:{name}", args=[token, *more])
