"""The team's screens about help: what is asked, who offered, and who offered by telephone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from wijkteams.initiatieven.hulp import asking, managing, services
from wijkteams.initiatieven.hulp.forms import OpschrijfForm
from wijkteams.initiatieven.hulp.need_forms import VraagForm, WoordenForm
from wijkteams.initiatieven.hulp.part import help_part
from wijkteams.initiatieven.hulp.views import coming_shifts
from wijkteams.initiatieven.models import HulpVraag, Initiatief
from wijkteams.initiatieven.werk.access import CHANGE, CONTACT, VIEW, the_initiative
from wijkteams.initiatieven.werk.frame import frame_of
from wijkteams.row_access import may

ABOUT_SOMEBODY = {"ja", "nee"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """All that an initiative asks; a POST asks for something more."""
    action = CHANGE if request.method == "POST" else VIEW
    initiatief = the_initiative(request, pk, action)
    form = VraagForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asking.ask(initiatief.pk, form.told)
        messages.success(request, _("Deze hulpvraag staat op de pagina."))
        return redirect("initiatiefhulp:overzicht", pk)
    return _show(request, "team_overzicht", initiatief, form=form, **help_part(initiatief))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One thing that is asked: who offered (for who may know), numbers, times, close."""
    initiatief = the_initiative(request, pk, CHANGE if request.method == "POST" else VIEW)
    vraag = _the_need(initiatief, code)
    may_contact = may(request.user, initiatief.wijk_id, CONTACT)
    if request.POST.get("actie") in ABOUT_SOMEBODY and not may_contact:
        raise PermissionDenied
    words = request.POST if request.GET.get("actie") == "woorden" else None
    forms: dict[str, Any] = managing.forms_for(request, vraag)
    forms["words_form"] = WoordenForm(words or None, vraag=vraag, auto_id="id_woorden_%s")
    if request.method == "POST":
        done = _reword(vraag, forms["words_form"]) or managing.act(request, vraag, forms)
        if done:
            messages.success(request, done)
            return redirect(request.path)
    context = {**forms, **managing.context_of(vraag), "may_contact": may_contact}
    return _show(request, "team_vraag", initiatief, vraag.titel, **context)


@never_cache
@sensitive_post_parameters("name", "email", "phone", "bericht")
@require_http_methods(["GET", "HEAD", "POST"])
def by_phone(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Write down who called: it counts at once."""
    initiatief = the_initiative(request, pk, CHANGE)
    vraag = _the_need(initiatief, code)
    sent = request.POST if request.method == "POST" else None
    form = OpschrijfForm(sent, vraag=vraag, shifts=coming_shifts(vraag))
    if form.is_valid():
        told = form.cleaned_data
        services.take_down(vraag.pk, told, form.diensten, kanaal=told["kanaal"], door=request.user)
        messages.success(request, _("Opgeschreven: het telt meteen mee."))
        return redirect("initiatiefhulp:vraag", pk, code)
    title = _("Hulp opschrijven die iemand aanbiedt")
    return _show(request, "team_opschrijven", initiatief, title, form=form, vraag=vraag)


def _reword(vraag: HulpVraag, form: WoordenForm) -> str:
    if not form.is_valid():
        return ""
    asking.reword(vraag, form.told)
    return _("Bewaard.")


def _the_need(initiatief: Initiatief, code: str) -> HulpVraag:
    rows = HulpVraag.objects.select_related("initiatief__wijk")
    found: HulpVraag | None = rows.filter(initiatief=initiatief, code=code[:32]).first()
    if found is None:
        raise Http404
    return found


def _show(
    request: HttpRequest, template: str, initiatief: Initiatief, title: str = "", **more: Any
) -> HttpResponse:
    context = {
        "initiatief": initiatief,
        "may_change": may(request.user, initiatief.wijk_id, CHANGE),
        **more,
        **frame_of(initiatief, title or _("Hulp gevraagd")),
    }
    return render(request, f"initiatieven/hulp/{template}.html", context)
