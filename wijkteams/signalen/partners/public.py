"""The page where a partner answers: no account, one secret link (requirement G8, rule R-08)."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import too_many_requests
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Doorzending, Melder
from wijkteams.signalen.partners import services
from wijkteams.signalen.partners.forms import AntwoordForm
from wijkteams.signalen.vertellen import brakes
from wijkteams.signalen.vertellen.doors import leads_nowhere
from wijkteams.signalen.vertellen.frame import show

GONE = 410


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def partner(request: HttpRequest, token: str) -> HttpResponse:
    """Read the signal and answer it; until the team checked it, an answer can be bettered."""
    doorzending = _of(request, token)
    if isinstance(doorzending, HttpResponse):
        return doorzending
    if not services.is_open(doorzending):
        return _over(request, doorzending)
    form = AntwoordForm(request.POST or None, initial=_before(doorzending))
    if request.method == "POST" and form.is_valid():
        if services.answer(doorzending.pk, **form.cleaned_data) is None:
            return _over(request, doorzending)
        return redirect(f"{request.path}?dank")
    signaal = doorzending.signaal
    return show(
        request,
        "partner",
        _("Antwoord op een signaal"),
        wijk=signaal.wijk,
        status=422 if form.is_bound else 200,
        form=form,
        signaal=signaal,
        doorzending=doorzending,
        thanks="dank" in request.GET,
        melder=Melder.objects.filter(signaal=signaal).first() if doorzending.met_contact else None,
        photos=_photos(doorzending),
        token=token,
    )


@never_cache
@require_safe
def photo(request: HttpRequest, token: str, code: str) -> HttpResponseBase:
    """A picture with that signal, as the team left it."""
    doorzending = _of(request, token)
    if isinstance(doorzending, HttpResponse):
        return doorzending
    found = doorzending.signaal.fotos.filter(code=code).first()
    if found is None or not services.is_open(doorzending):
        raise Http404
    response = FileResponse(found.file.open("rb"))
    response["X-Robots-Tag"] = "noindex"
    return response


def _of(request: HttpRequest, token: str) -> Doorzending | HttpResponse:
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    code = tokens.code_of(tokens.ANTWOORD, token)
    rows = Doorzending.objects.filter(weg=Doorzending.Weg.MAIL).select_related(
        "signaal__wijk", "signaal__categorie", "organisatie"
    )
    return (rows.filter(code=code).first() if code else None) or leads_nowhere(request)


def _over(request: HttpRequest, doorzending: Doorzending) -> HttpResponse:
    """Nothing of the signal itself is shown any more."""
    return show(
        request,
        "partner_over",
        _("Dit signaal wacht niet meer op uw antwoord"),
        wijk=doorzending.signaal.wijk,
        status=GONE,
        doorzending=doorzending,
    )


def _before(doorzending: Doorzending) -> dict[str, Any]:
    if doorzending.stand != Doorzending.Stand.BEANTWOORD:
        return {}
    return {
        "antwoord": doorzending.antwoord,
        "staat": doorzending.antwoord_staat or "weet_niet",
        "extern_nummer": doorzending.extern_nummer,
        "door": doorzending.antwoord_door,
    }


def _photos(doorzending: Doorzending) -> list[Any]:
    return list(doorzending.signaal.fotos.all())
