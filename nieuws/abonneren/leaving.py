"""The page behind the link to leave a list, in each mail and in its header.

Looking changes nothing: scanners look, and whoever was forwarded a mail looks (N10). One click of
a mail program is a POST without cookie or login (RFC 8058), for which the secret in the address is
enough; that is why this one view asks for no token against forgery.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from nieuws.abonneren import links, services, tokens
from nieuws.abonneren.doors import leads_nowhere, open_door
from nieuws.abonneren.frame import secret_page
from nieuws.models import Abonnement, Kanaal

ONE_CLICK = ("List-Unsubscribe", "One-Click")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def afmelden(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether they are sure; a POST is sure."""
    code = open_door(request, tokens.AFMELDEN, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Abonnement.objects.select_related("lijst__wijk", "abonnee")
    found = rows.filter(code=code).first()
    if found is None:
        return leads_nowhere(request)
    if request.method == "POST":
        return _leave(request, found)
    return secret_page(
        request,
        "afmelden",
        _("Afmelden voor de nieuwsbrief"),
        found=found,
        has_left=found.status == Abonnement.Status.AFGEMELD,
        sign_up_url=links.sign_up_url(found.lijst.wijk),
        manage_url=links.manage_url(found.abonnee),
        wijk=found.lijst.wijk,
    )


def _leave(request: HttpRequest, found: Abonnement) -> HttpResponse:
    """Twice is the same as once."""
    name, value = ONE_CLICK
    if request.POST.get(name) == value:
        services.leave(found, Kanaal.MAIL)
        return HttpResponse(_("U bent afgemeld."), content_type="text/plain; charset=utf-8")
    services.leave(found)
    return redirect(request.path)
