"""What is asked, and who helps: the initiator's own list (requirement I7)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijkteams.initiatieven.beheren import saying
from wijkteams.initiatieven.beheren.doors import of, own
from wijkteams.initiatieven.beheren.screens import for_initiators, show, told
from wijkteams.initiatieven.hulp import managing
from wijkteams.initiatieven.hulp.need_forms import VraagForm
from wijkteams.initiatieven.models import HulpVraag, Initiatiefnemer


@for_initiators
def vragen(request: HttpRequest, nemer: Initiatiefnemer, token: str) -> HttpResponse:
    """Ask for something."""
    sent = request.POST if request.method == "POST" else None
    form = VraagForm(sent, back_url=own("beheren", token))
    if not form.is_valid():
        return show(request, "formulier", _("Vraag om hulp"), nemer, token, form=form)
    return told(request, saying.ask_help(nemer, form.told) is not None, token)


@for_initiators
def hulpvraag(request: HttpRequest, nemer: Initiatiefnemer, token: str, code: str) -> HttpResponse:
    """Who offered, and the buttons: agree, thank, numbers, times, close."""
    rows = HulpVraag.objects.select_related("initiatief__wijk")
    vraag = rows.filter(initiatief=of(nemer), code=code[:32]).first()
    if vraag is None:
        raise Http404
    forms: dict[str, Any] = managing.forms_for(request, vraag)
    if request.method == "POST":
        done = managing.act(request, vraag, forms)
        if done:
            messages.success(request, done)
            return redirect(request.path)
    context = {**forms, **managing.context_of(vraag)}
    return show(request, "hulpvraag", vraag.titel, nemer, token, **context)
