"""The first screen: is it urgent? Then this is not the place (requirement G1)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie
from wijkteams.signalen.vertellen import brakes, concept
from wijkteams.signalen.vertellen.concept import Draft
from wijkteams.signalen.vertellen.forms import categories_of
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.telling import Telling, telling_of, url_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """Urgent first; a POST begins to tell."""
    sent = request.POST if request.method == "POST" else request.GET
    wijk = ward_of(sent.get("wijk", ""))
    if wijk is not None and wijk.has_ended:
        opvolger = wijk.opvolger
        return show(request, "gestopt", _("Vertel wat u ziet"), wijk=wijk, opvolger=opvolger)
    if request.method == "POST":
        return _begin(request, wijk)
    return show(
        request,
        "begin",
        _("Vertel wat u ziet"),
        wijk=wijk,
        loketten=desks(wijk),
        half_url=_half_url(telling_of(request)),
    )


def _begin(request: HttpRequest, wijk: Wijk | None) -> HttpResponse:
    if not brakes.BEGUN.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    token = concept.start(Draft(wijk=wijk.pk if wijk else None))
    response = redirect(url_of("onderwerp"))
    concept.give(response, token)
    return response


def _half_url(telling: Telling | None) -> str:
    """Where somebody goes on who had begun; empty for who had not."""
    if telling is None or not telling.draft.gezien:
        return ""
    return url_of(telling.first_missing() or "contact")


def ward_of(slug: str) -> Wijk | None:
    """The ward of an address; None for the whole city."""
    if not slug:
        return None
    wijk = Wijk.objects.filter(slug=slug[:60]).select_related("opvolger").first()
    if wijk is None:
        raise Http404
    return wijk


def desks(wijk: Wijk | None) -> list[Categorie]:
    """The municipality's own desks, each once, in the order of what they are for."""
    rows = categories_of(wijk).exclude(loket="")
    return list({(one.loket, one.loket_url): one for one in reversed(rows)}.values())[::-1]
