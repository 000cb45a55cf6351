"""'Mijn nieuwsbrieven': what somebody gets, with the button to stop on top (requirement N5).

The link to it stands in each mail, so that whoever is forwarded one can open it. Therefore it says
no more than what they knew: a part of the address, no name; and it only takes away what can be
asked for again. What is added goes by a new mail with a button; there, too, is 'never again'.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.mail.addresses import masked
from nieuws.abonneren import services, tokens
from nieuws.abonneren.doors import leads_nowhere, open_door
from nieuws.abonneren.frame import secret_page
from nieuws.models import Abonnee, Abonnement

Status = Abonnement.Status


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def beheren(request: HttpRequest, token: str) -> HttpResponse:
    """What they get; a POST takes something away."""
    code = open_door(request, tokens.BEHEREN, token)
    if isinstance(code, HttpResponse):
        return code
    abonnee = Abonnee.objects.filter(code=code).first()
    if abonnee is None:
        return leads_nowhere(request)
    if request.method == "POST":
        return _do(request, abonnee)
    rows = list(abonnee.abonnementen.select_related("lijst__wijk").order_by("lijst__title"))
    return secret_page(
        request,
        "mijn",
        _("Mijn nieuwsbrieven"),
        rows=[row for row in rows if row.status == Status.ACTIEF],
        left=[row for row in rows if row.status == Status.AFGEMELD],
        address=masked(abonnee.email),
        does_not_arrive=abonnee.stand != Abonnee.Stand.ACTIEF,
        sign_up_url=reverse("nieuwsbrief_aanmelden"),
    )


def _do(request: HttpRequest, abonnee: Abonnee) -> HttpResponse:
    """Whatever the button says; twice is the same as once."""
    action = request.POST.get("actie", "")
    if action == "alles":
        services.leave_all(abonnee)
        messages.success(request, _("U bent afgemeld. U krijgt geen nieuwsbrief meer."))
    elif action.isdecimal() and len(action) < 18:
        row = abonnee.abonnementen.select_related("lijst").filter(pk=int(action)).first()
        if row is not None and services.leave(row):
            text = _("U bent afgemeld voor %(title)s.") % {"title": row.lijst.title}
            messages.success(request, text)
    return redirect(request.path)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verlengen(request: HttpRequest, token: str) -> HttpResponse:
    """After two years: do they still want it? A POST says yes (requirement N12)."""
    code = open_door(request, tokens.VERLENGEN, token)
    if isinstance(code, HttpResponse):
        return code
    abonnee = Abonnee.objects.filter(code=code).first()
    rows = list(abonnee.abonnementen.active().select_related("lijst")) if abonnee else []
    if abonnee is None or not rows:
        return leads_nowhere(request)
    if request.method == "POST":
        services.renew(abonnee)
        return redirect(request.path)
    return secret_page(
        request,
        "verlengen",
        _("Wilt u onze mail houden?"),
        asked=[row for row in rows if row.reminded_at is not None],
        rows=rows,
    )
