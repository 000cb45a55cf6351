"""What is behind the links in the mails. Looking changes nothing: scanners look too (R-09)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.mail.addresses import masked
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.doors import code_of, leads_nowhere
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Steun, Volger
from wijkteams.initiatieven.steun import following, services
from wijkteams.initiatieven.steun.doors import show
from wijkteams.initiatieven.steun.marks import is_open

ONE_CLICK = ("List-Unsubscribe", "One-Click")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mijn(request: HttpRequest, token: str) -> HttpResponse:
    """Their heart: say yes, or take it back."""
    code = code_of(request, tokens.STEUN, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Steun.objects.select_related("initiatief__wijk", "initiatief__samengevoegd_in")
    steun = rows.filter(code=code).first()
    if steun is None:
        return leads_nowhere(request)
    if request.method != "POST":
        title = _("U steunt dit") if steun.bevestigd_op else _("Steunt u dit?")
        can_follow = is_open(steun.initiatief)
        return show(request, steun.initiatief, "mijn", title, steun=steun, can_follow=can_follow)
    if request.POST.get("actie") == "stop":
        services.withdraw(steun.pk)
        return show(request, steun.initiatief, "ingetrokken", _("U steunt dit niet meer"))
    if request.POST.get("actie") == "ja" and not services.confirm(steun.pk):
        return leads_nowhere(request)
    return redirect(request.path)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def volg(request: HttpRequest, token: str) -> HttpResponse:
    """What they follow: say yes, or change how often."""
    code = code_of(request, tokens.VOLGEN, token)
    if isinstance(code, HttpResponse):
        return code
    volger = _follower(code)
    if volger is None:
        return leads_nowhere(request)
    if request.method != "POST":
        return _follows(request, volger, token)
    if request.POST.get("actie") != "ja":
        following.change(volger.pk, request.POST.get("ritme", ""))
    elif not following.confirm(volger.pk):
        return leads_nowhere(request)
    return redirect(request.path)


def _follows(request: HttpRequest, volger: Volger, token: str) -> HttpResponse:
    title = _("U volgt dit") if volger.bevestigd_op else _("Wilt u dit volgen?")
    return show(
        request,
        volger.initiatief,
        "volger",
        title,
        volger=volger,
        address=masked(volger.email),
        rhythms=Volger.Ritme.choices,
        stop_url=reverse("steun:stop", args=[token]),
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether they are sure; a POST is sure, also that of a mail program (RFC 8058).

    Who left before gets the same answer: mail programs try again.
    """
    code = code_of(request, tokens.VOLGEN, token)
    if isinstance(code, HttpResponse):
        return code
    volger = _follower(code)
    if request.method == "POST":
        following.leave(code)
        name, value = ONE_CLICK
        if request.POST.get(name) == value:
            return HttpResponse(_("U bent afgemeld."), content_type="text/plain; charset=utf-8")
        wijk = volger.initiatief.wijk if volger else None
        return in_ward(request, "steun/gestopt", _("U krijgt hier geen mail meer over"), wijk=wijk)
    if volger is None:
        return leads_nowhere(request)
    return show(request, volger.initiatief, "stop", _("Geen mail meer?"))


def _follower(code: str) -> Volger | None:
    rows = Volger.objects.select_related("initiatief__wijk", "initiatief__samengevoegd_in")
    found: Volger | None = rows.filter(code=code).first()
    return found
