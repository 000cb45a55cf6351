"""Filling in: one page at a time. A GET changes nothing; a POST keeps the page and leads on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.forms import Progress, Secondary
from core.turns import own_turn
from enquetes.invullen import turning
from enquetes.invullen.forms import StapForm, form_for
from enquetes.invullen.frame import show
from enquetes.invullen.missing import answer_without
from enquetes.invullen.parts import Carried
from enquetes.invullen.sitting import (
    Sitting,
    enquete_of,
    is_overtime,
    may_send,
    sitting_of,
    until,
)
from enquetes.models import Enquete
from enquetes.vragen import Stap
from enquetes.vragen.duur import minutes_left
from enquetes.vragen.nummers import nummers

PAGE, FINGERPRINT, TO_REVIEW = "_bladzijde", "_gezien", "nakijken"
BACK, LATER = "_vorige", "_later"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: HttpRequest, code: str, stap: int) -> HttpResponse:
    """One page of questions."""
    enquete = enquete_of(code)
    if request.method == "POST":
        return _answer(request, enquete, stap)
    sitting = sitting_of(request, enquete)
    if sitting is None or not may_send(enquete):
        return answer_without(request, enquete, sitting)
    if not 1 <= stap <= len(sitting.stappen):
        if stap == 0:
            raise Http404
        return redirect("enquete_controle", code=code)
    return _show(request, sitting, stap, _form(sitting, sitting.stappen[stap - 1]))


def _answer(request: HttpRequest, enquete: Enquete, number: int) -> HttpResponse:
    sitting = sitting_of(request, enquete)
    if sitting is None or not may_send(enquete):
        return answer_without(request, enquete, sitting)
    there = _page(sitting, request.POST.get(PAGE, ""), number)
    if there is None:
        messages.warning(request, _("Die bladzijde hoort niet meer bij uw antwoorden."))
        return redirect("enquete_stap", code=enquete.code, stap=sitting.next_unseen() or 1)
    number, page = there
    form = _form(sitting, page, request)
    if not _may_go(request, form):
        return _show(request, sitting, number, form)
    # Only now: checking a form and cleaning a photo take time in which nobody else could write.
    with own_turn(), transaction.atomic():
        held = sitting_of(request, enquete, held=True)
        if held is None:
            return answer_without(request, enquete, None)
        return _lead_on(request, held, number, page, form)


def _may_go(request: HttpRequest, form: StapForm) -> bool:
    """Forward only when all is right; elsewhere also when something is still empty."""
    return form.is_valid() or (form.only_misses and (form.moved != "" or _leaves(request)))


def _leaves(request: HttpRequest) -> bool:
    return BACK in request.POST or LATER in request.POST


def _lead_on(
    request: HttpRequest, sitting: Sitting, number: int, page: Stap, form: StapForm
) -> HttpResponse:
    code = sitting.enquete.code
    _warn_of_other_window(request, sitting, page)
    if form.moved or _leaves(request):
        turning.keep_page(sitting, page, form)
        if form.moved:
            return redirect(f"{_url(request, sitting, number)}#{form.moved}")
        if LATER in request.POST:
            return redirect("enquete_later", code=code)
        return redirect("enquete_stap", code=code, stap=max(number - 1, 1))
    turned = turning.turn(sitting, page, form)
    for note in turned.notes:
        messages.info(request, note)
    if TO_REVIEW in request.GET and turned.stap != number:
        turned.stap = sitting.next_unseen()
    if turned.stap is None:
        return redirect("enquete_controle", code=code)
    return redirect(_url(request, sitting, turned.stap))


def _warn_of_other_window(request: HttpRequest, sitting: Sitting, page: Stap) -> None:
    seen = request.POST.get(FINGERPRINT)
    if seen and seen != turning.fingerprint(sitting, page):
        text = _(
            "U vulde deze bladzijde ook in een ander venster in. Wij bewaarden wat u hier invulde."
        )
        messages.warning(request, text)


def _page(sitting: Sitting, key: str, number: int) -> tuple[int, Stap] | None:
    """The page that was sent, wherever it stands now; None when it is not shown any more."""
    shown = list(enumerate(sitting.stappen, start=1))
    if not key:
        return next((one for one in shown if one[0] == number), None)
    return next((one for one in shown if one[1].id == key), None)


def _form(sitting: Sitting, page: Stap, request: HttpRequest | None = None) -> StapForm:
    form = form_for(
        page,
        sitting.half.draft.antwoorden,
        request.POST if request else None,
        request.FILES if request else None,
        enquete=sitting.enquete,
        nummers=nummers(sitting.vragenlijst),
    )
    form.hidden = (
        Carried(PAGE, page.id),
        Carried(FINGERPRINT, turning.fingerprint(sitting, page)),
    )
    return form


def _show(request: HttpRequest, sitting: Sitting, number: int, form: StapForm) -> HttpResponse:
    page = form.stap
    back = (Secondary(_("Vorige"), name=BACK),) if number > 1 else ()
    form.others = (*back, Secondary(_("Later verder"), name=LATER))
    # Said in full: else the browser takes along the place on the page to which it was led before.
    form.action = _url(request, sitting, number)
    words = _progress(sitting, number)
    return show(
        request,
        sitting.enquete,
        "stap",
        title=words["told"],
        stap=page,
        form=form,
        volledig=sitting.asked.volledig,
        closed_until=until(sitting.enquete) if is_overtime(sitting.enquete) else None,
        **words,
    )


def _progress(sitting: Sitting, number: int) -> dict[str, Any]:
    stappen = sitting.stappen
    names = [stap.title or _("Bladzijde %(n)s") % {"n": n} for n, stap in enumerate(stappen, 1)]
    page = stappen[number - 1].id
    left = minutes_left(sitting.vragenlijst, sitting.half.draft.antwoorden, page)
    aside = _("Nog ongeveer %(minutes)s min.") % {"minutes": left}
    told = _("Bladzijde %(number)s van %(total)s") % {"number": number, "total": len(stappen)}
    return {"progress": Progress(names, number, aside=aside), "told": told}


def _url(request: HttpRequest, sitting: Sitting, number: int) -> str:
    url = reverse("enquete_stap", kwargs={"code": sitting.enquete.code, "stap": number})
    return f"{url}?{TO_REVIEW}" if TO_REVIEW in request.GET else url
