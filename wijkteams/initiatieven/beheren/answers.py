"""What is behind two mails: 'doet u mee?' and 'loopt het nog?'. A button answers (rule R-09)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms import refuse_bsn
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren import people, saying
from wijkteams.initiatieven.beheren.doors import initiator_of, of, own
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Initiatiefnemer, Staat

ENDS = {"klaar": Staat.KLAAR, "gestopt": Staat.GESTOPT}
LONGEST = 300


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def uitnodiging(request: HttpRequest, token: str) -> HttpResponse:
    """What it is, with yes and no; no takes away all that we know of them."""
    nemer = initiator_of(request, tokens.NEMER, token, confirmed=False)
    if isinstance(nemer, HttpResponse):
        return nemer
    initiatief = of(nemer)
    if request.method == "POST":
        match request.POST.get("actie"):
            case "ja":
                people.say_yes(nemer, naam_openbaar="naam_openbaar" in request.POST)
                return redirect(own("beheren", tokens.make(tokens.BEHEREN, nemer.code)))
            case "nee" if nemer.bevestigd_op is None:
                people.leave(nemer)
                title = _("U doet niet mee")
                return in_ward(request, "beheren/gestopt", title, wijk=initiatief.wijk)
    page = page_of(initiatief)
    return in_ward(
        request,
        "beheren/uitnodiging",
        _("Doet u mee?"),
        wijk=initiatief.wijk,
        initiatief=initiatief,
        nemer=nemer,
        page=page,
        page_url=page.get_url(request) if page else "",
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def loopt_nog(request: HttpRequest, token: str) -> HttpResponse:
    """Three buttons; a sentence with the last two."""
    nemer = initiator_of(request, tokens.LOOPT_NOG, token)
    if isinstance(nemer, HttpResponse):
        return nemer
    error = ""
    if request.method == "POST":
        error = _answer(nemer, request.POST.get("hoe", ""), request.POST.get("zin", ""))
        if not error:
            return redirect(f"{request.path}?klaar")
    initiatief = of(nemer)
    return in_ward(
        request,
        "beheren/loopt_nog",
        _("Hoe gaat het met uw initiatief?"),
        wijk=initiatief.wijk,
        initiatief=initiatief,
        nemer=nemer,
        error=error,
        hoe=request.GET.get("hoe", ""),
        zin=request.POST.get("zin", ""),
        done="klaar" in request.GET,
        own_url=own("beheren", tokens.make(tokens.BEHEREN, nemer.code)),
    )


def _answer(nemer: Initiatiefnemer, hoe: str, zin: str) -> str:
    """What is wrong with the answer, or nothing."""
    zin = " ".join(zin.split())
    if len(zin) > LONGEST:
        return _("Schrijf hooguit %(most)s tekens.") % {"most": LONGEST}
    if hoe == "ja":
        saying.still_goes_on(nemer)
        return ""
    if hoe not in ENDS:
        return _("Kies een van de drie.")
    initiatief = of(nemer)
    if initiatief.staat == ENDS[hoe]:
        return ""
    try:
        refuse_bsn(zin)
        saying.step(nemer, ENDS[hoe], zin)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
