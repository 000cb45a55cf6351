"""The page behind the link to confirm. Looking confirms nothing: mail scanners look too (R-09)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nieuws.abonneren import links, services, tokens
from nieuws.abonneren.consent import consent_text
from nieuws.abonneren.doors import leads_nowhere, open_door
from nieuws.abonneren.frame import secret_page
from nieuws.abonneren.rows import waiting
from nieuws.models import Abonnement
from wijkteams.models import Wijk


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen(request: HttpRequest, token: str) -> HttpResponse:
    """What they asked for, with the button that makes it so."""
    code = open_door(request, tokens.BEVESTIGEN, token)
    if isinstance(code, HttpResponse):
        return code
    if request.method == "POST":
        return _press(request, code)
    asked = list(waiting().filter(aanvraag=code).select_related("lijst__wijk", "abonnee"))
    if asked:
        return _ask(request, asked)
    rows = (
        Abonnement.objects.active().filter(aanvraag=code).select_related("lijst__wijk", "abonnee")
    )
    if rows:
        return _done(request, list(rows))
    return leads_nowhere(request)


def _press(request: HttpRequest, code: str) -> HttpResponse:
    if request.POST.get("actie") == "nooit":
        row = waiting().filter(aanvraag=code).select_related("abonnee").first()
        if row is None:
            return leads_nowhere(request)
        services.block(row.abonnee.email)
        return secret_page(request, "nooit", _("U krijgt geen mail meer"))
    also = [int(pk) for pk in request.POST.getlist("ook") if pk.isdecimal() and len(pk) < 18]
    if not services.confirm(code, also):
        done = Abonnement.objects.active().filter(aanvraag=code)
        if not done.exists():
            return leads_nowhere(request)
    return redirect(request.path)


def _ask(request: HttpRequest, asked: list[Abonnement]) -> HttpResponse:
    first = asked[0]
    others = waiting().filter(abonnee=first.abonnee).exclude(aanvraag=first.aanvraag)
    return secret_page(
        request,
        "bevestigen",
        _("Bevestig uw aanmelding"),
        asked=asked,
        others=list(others.select_related("lijst")),
        text=consent_text([row.lijst for row in asked]),
        wijk=_ward(asked),
    )


def _done(request: HttpRequest, rows: list[Abonnement]) -> HttpResponse:
    return secret_page(
        request,
        "bevestigd",
        _("U krijgt de nieuwsbrief"),
        rows=rows,
        manage_url=links.manage_url(rows[0].abonnee),
        wijk=_ward(rows),
    )


def _ward(rows: list[Abonnement]) -> Wijk | None:
    """Of which ward the page has the colours."""
    return next((row.lijst.wijk for row in rows if row.lijst.wijk is not None), None)
