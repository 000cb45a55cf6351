"""Joining the panel of a ward, saying yes, and leaving."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.mail.addresses import masked, throttle_key_of
from core.security.throttle import Throttle
from enquetes.models import Panellid
from enquetes.toegang import panel, tokens
from enquetes.toegang.entering import WRONG_TRIES, leads_nowhere
from enquetes.toegang.faces import frame_around, index_of, language, secret_screen
from enquetes.toegang.forms import PanelForm
from enquetes.toegang.words import leeftijd_text
from wijkteams.models import Wijk

QUARTER, DAY = 15 * 60, 86_400
SENT_FROM = Throttle("panel", limit=100, seconds=QUARTER)
# Beyond this nothing happens, and the page says the same. Over all wards: a thousand panels are a
# thousand mails to one mailbox.
FOR_ONE = Throttle("panel-adres", limit=3, seconds=DAY, by_network=False)


@never_cache
@sensitive_post_parameters("email", "naam")
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest, wijk: str = "") -> HttpResponse:
    """The form of a ward or of the city; a POST asks for a mail with a button."""
    ward = get_object_or_404(Wijk, slug=wijk) if wijk else None
    title = _("Doe mee met het bewonerspanel")
    context = {**_frame(request, ward, title), "leeftijd_text": leeftijd_text()}
    if ward is not None and ward.has_ended:
        return _show(request, "panel_dicht", context)
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, "panel_klaar", context)
    form = PanelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not SENT_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=QUARTER)
        _take(request, form.cleaned_data, ward)
        return redirect(f"{request.path}?klaar")
    return _show(request, "panel", {**context, "form": form})


def _take(request: HttpRequest, data: dict[str, Any], ward: Wijk | None) -> None:
    """Hand it to the worker: this page does not look who is a member."""
    if FOR_ONE.allows_one_more(request, throttle_key_of(data["email"])):
        panel.take_request.enqueue(
            email=data["email"],
            name=data["naam"],
            wijk=ward.pk if ward else None,
            language=language(),
        )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lid(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link in a mail: say yes, or leave. Looking changes nothing (R-09)."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    code = tokens.code_of(tokens.LID, "panel", token)
    if code is None:
        WRONG_TRIES.count_wrong_try(request)
        return leads_nowhere(request)
    member = panel.member(code)
    if member is None:
        return leads_nowhere(request)
    palet = member.wijk.palette if member.wijk else ""
    if request.method == "POST" and request.POST.get("actie") == "stop":
        panel.leave(member)
        return secret_screen(request, "panel_weg", _("U doet niet meer mee"), palet=palet)
    if request.method == "POST":
        panel.confirm(member)
        return redirect(request.path)
    return secret_screen(
        request,
        "panel_lid",
        _("Het bewonerspanel"),
        palet=palet,
        ward=member.wijk,
        is_member=member.status == Panellid.Status.ACTIEF,
        address=masked(member.email),
        leeftijd_text=leeftijd_text(),
    )


def _frame(request: HttpRequest, ward: Wijk | None, title: str) -> dict[str, Any]:
    return {**frame_around(request, index_of(ward), ward, title), "ward": ward}


def _show(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, f"enquetes/toegang/{template}.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
