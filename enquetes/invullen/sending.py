"""Reading over, and sending: one answer, whatever is clicked twice."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.turns import own_turn
from enquetes.bus.services import post
from enquetes.invullen import cookie, pictures
from enquetes.invullen.afzender import AfzenderForm
from enquetes.invullen.concept import was_sent
from enquetes.invullen.frame import show
from enquetes.invullen.missing import answer_without
from enquetes.invullen.review import rows_of
from enquetes.invullen.sitting import (
    Sitting,
    enquete_of,
    is_overtime,
    may_send,
    sitting_of,
    until,
)
from enquetes.models import Enquete
from enquetes.toegang.services import AlGebruikt, claim, has_answered, remember
from enquetes.uitslag.visibility import is_for_who_answered
from enquetes.vragen.pad import alleen_zichtbare


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def controle(request: HttpRequest, code: str) -> HttpResponse:
    """All that was filled in; a POST sends it."""
    enquete = enquete_of(code)
    if request.method == "POST":
        return _send(request, enquete)
    sitting = sitting_of(request, enquete)
    if sitting is None or not may_send(enquete):
        return answer_without(request, enquete, sitting)
    return _show(request, sitting, AfzenderForm(enquete=enquete))


@never_cache
@require_http_methods(["GET", "HEAD"])
def bedankt(request: HttpRequest, code: str) -> HttpResponse:
    """It was sent; what happens now."""
    enquete = enquete_of(code)
    if not has_answered(request, enquete):
        return redirect("enquete_begin", code=code)
    results = is_for_who_answered(enquete)
    return show(request, enquete, "bedankt", title=_("Bedankt"), results=results)


def _send(request: HttpRequest, enquete: Enquete) -> HttpResponse:
    sitting = sitting_of(request, enquete)
    if sitting is None or not may_send(enquete):
        return _sent_before(request, enquete, sitting)
    unanswered = first_missing(sitting)
    if unanswered is not None:
        messages.warning(request, _("Er mist nog een antwoord op een verplichte vraag."))
        return redirect("enquete_stap", code=enquete.code, stap=unanswered)
    form = AfzenderForm(request.POST, enquete=enquete)
    if not form.is_valid():
        return _show(request, sitting, form)
    try:
        sent = _post(request, enquete, form)
    except AlGebruikt:
        return show(request, enquete, "al_gebruikt", status=409, rows=rows_of(sitting))
    if not sent:
        return _sent_before(request, enquete, None)
    response = redirect("enquete_bedankt", code=enquete.code)
    cookie.take_away(response, enquete)
    remember(response, enquete)
    return response


def _post(request: HttpRequest, enquete: Enquete, form: AfzenderForm) -> bool:
    """In one transaction: the right is used, the answer is posted, the concept is gone.

    False when another click was first.
    """
    with own_turn(), transaction.atomic():
        sitting = sitting_of(request, enquete, held=True)
        if sitting is None or first_missing(sitting) is not None:
            return False
        half = sitting.half
        antwoorden = alleen_zichtbare(half.versie.vragenlijst, half.draft.antwoorden)
        right = claim(enquete, half.draft.deelname)
        post(
            enquete,
            half.versie,
            antwoorden=antwoorden,
            language=get_language() or half.draft.language,
            buurt=right.buurt if right is not None else None,
            fotos=pictures.all_of(half, antwoorden),
            afzender=form.afzender,
        )
        half.concept.delete()
    return True


def _sent_before(request: HttpRequest, enquete: Enquete, sitting: Sitting | None) -> HttpResponse:
    """A second click finds nothing to send: it was one answer, and that is what it says."""
    response = answer_without(request, enquete, sitting)
    if sitting is None and was_sent(cookie.read(request, enquete)):
        remember(response, enquete)
        cookie.take_away(response, enquete)
    return response


def first_missing(sitting: Sitting) -> int | None:
    """The number of the first page on which something that must be answered is not."""
    given = sitting.half.draft.antwoorden
    for number, stap in enumerate(sitting.stappen, start=1):
        if any(one.is_vraag and one.verplicht and one.id not in given for one in stap.vragen):
            return number
    return None


def _show(request: HttpRequest, sitting: Sitting, form: AfzenderForm) -> HttpResponse:
    enquete = sitting.enquete
    return show(
        request,
        enquete,
        "controle",
        title=_("Nakijken"),
        rows=rows_of(sitting),
        form=form,
        back=len(sitting.stappen),
        volledig=sitting.asked.volledig,
        closed_until=until(enquete) if is_overtime(enquete) else None,
    )
