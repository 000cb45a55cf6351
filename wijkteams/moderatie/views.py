"""The small pages of who reports something, and of who wrote it. No account is needed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from wijkteams.moderatie import again, brakes, tokens
from wijkteams.moderatie.forms import MeldForm, OpnieuwForm
from wijkteams.moderatie.frame import leads_nowhere, show
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding
from wijkteams.moderatie.registry import reported
from wijkteams.moderatie.reporting import report


@never_cache
@sensitive_post_parameters("name", "email", "uitleg", "plek")
@require_http_methods(["GET", "HEAD", "POST"])
def melden(request: HttpRequest, soort: str, sleutel: str) -> HttpResponse:
    """The form. Only of what all may see: of anything else it does not say that it exists."""
    found = reported(soort, sleutel)
    if found is None:
        raise Http404
    subject, thing = found
    form = MeldForm(
        request.POST if request.method == "POST" else None,
        within=list(subject.within(thing)),
        back_url=subject.url_of(thing),
    )
    if form.is_valid():
        if not brakes.REPORTED.allows_one_more(request):
            return too_many_requests(request, seconds=brakes.HOUR)
        exactly = form.cleaned_data.get("wat", "")
        subject, thing = reported(*exactly.split(":", 1)) or found if exactly else found
        melding = report(subject, thing, form.cleaned_data)
        token = tokens.make(tokens.MELDING, melding.code)
        return redirect(f"{reverse('moderatie_melding', kwargs={'token': token})}?dank")
    return show(
        request,
        "melden",
        _("Meld deze inhoud"),
        wijk=subject.wijk_of(thing),
        status=422 if form.is_bound else 200,
        form=form,
        onderwerp=subject.title_of(thing),
        soort=subject.label,
    )


@never_cache
@sensitive_post_parameters("waarom")
@require_http_methods(["GET", "HEAD", "POST"])
def melding(request: HttpRequest, token: str) -> HttpResponse:
    """What became of a report; a POST asks that somebody else looks."""
    code = _code_of(request, tokens.MELDING, token)
    if isinstance(code, HttpResponse):
        return code
    rows = Inhoudsmelding.objects.select_related("wijk", "besluit")
    found = rows.filter(code=code).first()
    if found is None:
        return leads_nowhere(request)
    besluit = found.besluit
    asked = besluit.herzieningen.filter(melding=found).first() if besluit else None
    form = _form(request, besluit if asked is None else None)
    if form is not None and form.is_valid() and besluit is not None:
        again.ask(besluit.pk, van=Herziening.Van.MELDER, melding=found, **form.cleaned_data)
        return redirect(request.path)
    return show(
        request,
        "melding",
        _("Uw melding"),
        wijk=found.wijk,
        status=422 if form is not None and form.is_bound else 200,
        melding=found,
        besluit=besluit,
        herziening=asked,
        form=form,
        thanks="dank" in request.GET,
    )


@never_cache
@sensitive_post_parameters("waarom")
@require_http_methods(["GET", "HEAD", "POST"])
def besluit(request: HttpRequest, token: str) -> HttpResponse:
    """The statement of reasons, for who placed it; a POST asks that somebody else looks."""
    code = _code_of(request, tokens.BESLUIT, token)
    if isinstance(code, HttpResponse):
        return code
    found = Besluit.objects.select_related("wijk").filter(code=code).first()
    if found is None:
        return leads_nowhere(request)
    asked = found.herzieningen.filter(van=Herziening.Van.AUTEUR).first()
    form = _form(request, found if asked is None else None)
    if form is not None and form.is_valid():
        again.ask(found.pk, van=Herziening.Van.AUTEUR, melding=None, **form.cleaned_data)
        return redirect(request.path)
    return show(
        request,
        "besluit",
        _("Ons besluit over uw bericht"),
        wijk=found.wijk,
        status=422 if form is not None and form.is_bound else 200,
        besluit=found,
        herziening=asked,
        form=form,
    )


def _form(request: HttpRequest, besluit: Besluit | None) -> OpnieuwForm | None:
    """Only when there is something to disagree with, and it was not asked yet."""
    if besluit is None:
        return None
    return OpnieuwForm(request.POST if request.method == "POST" else None)


def _code_of(request: HttpRequest, purpose: str, token: str) -> str | HttpResponse:
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    return tokens.code_of(purpose, token) or leads_nowhere(request)
