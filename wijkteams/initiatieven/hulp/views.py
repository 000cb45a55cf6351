"""Offering help: a small page that is never kept, and what is behind the link in the mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.doors import code_of, leads_nowhere
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.hulp import brakes, services
from wijkteams.initiatieven.hulp.counting import COUNTED, with_taken
from wijkteams.initiatieven.hulp.forms import DienstenForm, HelpForm
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Dienst, HulpAanbod, HulpVraag

AHEAD = timedelta(weeks=12)
Staat = HulpAanbod.Staat


def coming_shifts(vraag: HulpVraag) -> list[Dienst]:
    """The times of the next weeks, with their free places and in the time of the city."""
    now = timezone.now()
    rows = Dienst.objects.filter(hulpvraag=vraag, begint__gt=now, begint__lte=now + AHEAD)
    found = list(with_taken(rows).order_by("begint"))
    for one in found:
        one.lokaal_begin = timezone.localtime(one.begint)  # type: ignore[attr-defined]
        one.lokaal_eind = timezone.localtime(one.eindigt)  # type: ignore[attr-defined]
    return found


@never_cache
@sensitive_post_parameters("name", "email", "phone", "bericht")
@require_http_methods(["GET", "HEAD", "POST"])
def helpen(request: HttpRequest, key: UUID, code: str) -> HttpResponse:
    """What is asked, with the form; a POST offers. What is over says so."""
    vraag = _asked(key, code)
    page = page_of(vraag.initiatief)
    if page is None:
        raise Http404
    url = page.get_url(request) or "/"
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, vraag, "klaar", _("Dank u wel"), url, mailed="mail" in request.GET)
    if not services.is_asked(vraag):
        return _over(request, vraag, url)
    sent = request.POST if request.method == "POST" else None
    form = HelpForm(sent, vraag=vraag, shifts=coming_shifts(vraag), back_url=url)
    if request.method != "POST" or not form.is_valid():
        return _show(request, vraag, "helpen", _("Ik help mee"), url, form=form)
    if not brakes.OFFERED.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    try:
        services.offer(vraag.pk, form.cleaned_data, form.diensten, language=_language())
    except services.NotAskedError:
        return _over(request, vraag, url)
    return redirect(f"{request.path}?klaar{'&mail' if form.cleaned_data['email'] else ''}")


def _asked(key: UUID, code: str) -> HulpVraag:
    rows = HulpVraag.objects.select_related("initiatief__wijk", "initiatief__samengevoegd_in")
    found: HulpVraag | None = rows.filter(
        code=code[:32], initiatief__translation_key=key, initiatief__is_live=True
    ).first()
    if found is None:
        raise Http404
    return found


def _over(request: HttpRequest, vraag: HulpVraag, url: str) -> HttpResponse:
    """Found, closed, or ended: where it went on, if it did."""
    into = vraag.initiatief.samengevoegd_in
    page = page_of(into) if into is not None else None
    title = _("Dit is niet meer nodig")
    return _show(request, vraag, "voorbij", title, url, into=page, status=410)


def _show(
    request: HttpRequest, vraag: HulpVraag, template: str, title: str, url: str, **context: Any
) -> HttpResponse:
    wijk = vraag.initiatief.wijk
    context |= {"vraag": vraag, "initiatief": vraag.initiatief, "url": url}
    return in_ward(request, f"hulp/{template}", title, wijk=wijk, **context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def aanbod(request: HttpRequest, token: str) -> HttpResponse:
    """What they offered; a POST says yes, chooses times, or stops. Looking changes nothing."""
    code = code_of(request, tokens.HULP, token)
    if isinstance(code, HttpResponse):
        return code
    rows = HulpAanbod.objects.select_related("hulpvraag__initiatief__wijk")
    offer = rows.filter(code=code).first()
    if offer is None:
        return leads_nowhere(request)
    shifts = coming_shifts(offer.hulpvraag)
    own = set(offer.diensten.values_list("pk", flat=True)) & {one.pk for one in shifts}
    form = DienstenForm(shifts=shifts, own=own)
    if request.method == "POST":
        if "actie" not in request.POST:
            form = DienstenForm(request.POST, shifts=shifts, own=own)
        if "actie" in request.POST or form.is_valid():
            _do(request, offer, form)
            return redirect(request.path)
    return _mine(request, offer, form, shifts=shifts, own=own)


def _do(request: HttpRequest, offer: HulpAanbod, form: DienstenForm) -> None:
    """Whatever the button says; twice is the same as once."""
    match request.POST.get("actie"):
        case "ja":
            services.confirm(offer.pk)
        case "stop":
            services.stop(offer.pk)
        case None:
            if services.choose(offer.pk, form.cleaned_data.get("diensten", [])):
                messages.error(request, _("Een tijd was net vol. Kijk hieronder wanneer u komt."))
            else:
                messages.success(request, _("Bewaard."))


def _mine(
    request: HttpRequest,
    offer: HulpAanbod,
    form: DienstenForm,
    *,
    shifts: list[Dienst],
    own: set[int],
) -> HttpResponse:
    vraag = offer.hulpvraag
    page = page_of(vraag.initiatief)
    title = _("Uw hulp") if offer.staat != Staat.ONBEVESTIGD else _("Wilt u helpen?")
    return _show(
        request,
        vraag,
        "mijn",
        title,
        (page.get_url(request) or "") if page else "",
        offer=offer,
        helps=offer.staat in COUNTED,
        form=form if shifts else None,
        coming=[one for one in shifts if one.pk in own],
    )


def _language() -> str:
    return get_language() or "nl"
