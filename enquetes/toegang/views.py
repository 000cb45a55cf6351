"""The first small page of a survey: who may fill in, what we know of you, and the way in.

It is never kept, for it holds a form; pages that are kept lead here. Looking changes nothing.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.security.throttle import Throttle
from enquetes.models import Enquete, Stand, Toegang
from enquetes.toegang import words
from enquetes.toegang.doors import DOORS
from enquetes.toegang.faces import language, page_of, survey_frame
from enquetes.toegang.links import panel_url
from enquetes.toegang.poll import chosen
from enquetes.toegang.services import has_answered
from enquetes.vragen.duur import minutes

QUARTER = 15 * 60
# Many people of one neighbourhood can share one address of a telephone company.
STARTED = Throttle("enquete-begin", limit=200, seconds=QUARTER)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """What to know beforehand, with the button that begins."""
    enquete = survey_of(code)
    context = context_of(request, enquete)
    if enquete.stand() != Stand.OPEN:
        return show(request, "dicht", context)
    if enquete.toegang == Toegang.BROWSER and has_answered(request, enquete):
        return show(request, "al", context)
    door = DOORS[Toegang(enquete.toegang)]
    if door.form is None:
        return show(request, "begin", {**context, "panel_url": panel_url(enquete.wijk)})
    key = request.POST.get("keuze") or request.GET.get("keuze", "")
    chose = chosen(enquete, key, language())
    initial = {"keuze": chose.key if chose else ""}
    data = request.POST if request.method == "POST" else None
    form = door.form(data, initial=initial, back_url=context["back_url"])
    if data is not None and form.is_valid():
        if not STARTED.allows_one_more(request):
            return too_many_requests(request, seconds=QUARTER)
        answer = door.enter(request, enquete, form, chose.antwoorden if chose else None)
        if answer is not None:
            return answer
    return show(request, "begin", {**context, "form": form, "chose": chose})


def survey_of(code: str) -> Enquete:
    """The survey with this code; 404 when it is not public."""
    rows = Enquete.objects.with_wijk()
    enquete: Enquete = get_object_or_404(rows, code=code, is_live=True)
    if enquete.asked is None:
        raise Http404
    return enquete


def context_of(request: HttpRequest, enquete: Enquete, title: str = "") -> dict[str, Any]:
    """What each of the small pages of a survey knows."""
    page = page_of(enquete)
    title = title or (page.title if page else enquete.title)
    versie = enquete.asked
    return {
        **survey_frame(request, enquete, page, title),
        "page_about": page,
        "toegang_text": words.toegang_text(enquete),
        "anonimiteit_text": words.anonimiteit_text(enquete),
        "leeftijd_text": words.leeftijd_text(),
        "minuten": minutes(versie.vragenlijst) if versie else 0,
    }


def show(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """One of the small pages; no search engine keeps it."""
    response = render(request, f"enquetes/toegang/{template}.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_http_methods(["GET", "HEAD"])
def klaar(request: HttpRequest, code: str) -> HttpResponse:
    """After asking for a link by mail: the same for everybody."""
    enquete = survey_of(code)
    return show(request, "mail_klaar", context_of(request, enquete, _("Kijk in uw mail")))
