"""One sending: how far it is, stopping it and going on, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nieuws.edities import access
from nieuws.edities.frame import frame
from nieuws.edities.report import clicks_of, report_lines, words_of
from nieuws.models import Editie, Zending
from nieuws.verzenden import services
from nieuws.verzenden.services import SendingError
from wijkteams.row_access import may

PER_PAGE = 50
MOST_AT_ONCE = 500
"So many go again at one press: each is looked at anew."
TROUBLE = (Zending.Status.ONZEKER, Zending.Status.GEWEIGERD)


@require_safe
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """The bar while it goes; afterwards the report."""
    editie = access.the_edition(request, pk)
    progress = services.progress(editie)
    context = {
        "editie": editie,
        "progress": progress,
        "words": words_of(progress),
        "lines": report_lines(progress),
        "clicks": clicks_of(editie),
        "lijsten": list(editie.lijsten.all()),
        "trouble": sum(progress.counts[status] for status in TROUBLE),
        "may_send": may(request.user, editie.wijk_id, access.SEND),
        **frame(editie.subject),
    }
    return render(request, "nieuws/edities/editie.html", context)


@require_safe
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """What the bar asks every two seconds; one query."""
    progress = services.progress(access.the_edition(request, pk))
    answer = {
        "status": progress.editie.status,
        "percent": progress.percent,
        "words": words_of(progress),
    }
    response = JsonResponse(answer)
    response["Cache-Control"] = "private, no-store"
    return response


def _steer(
    request: HttpRequest, pk: int, step: Callable[[Editie], None], said: str
) -> HttpResponse:
    """Do something with a sending, and say whether it worked."""
    editie = access.the_edition(request, pk, access.SEND)
    try:
        step(editie)
    except SendingError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, said)
    return redirect("edities:edition", editie.pk)


@require_POST
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop for a while."""
    said = _("Het versturen staat stil. Wat al weg was, komt aan.")
    return _steer(request, pk, services.pause, said)


@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on where it stopped."""
    by: Any = request.user
    said = _("Het versturen gaat verder.")
    return _steer(request, pk, lambda editie: services.resume(editie, by=by), said)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off, for all who have not got it yet."""
    said = _("Er gaat niets meer weg.")
    return _steer(request, pk, services.cancel, said)


@require_safe
def trouble(request: HttpRequest, pk: int) -> HttpResponse:
    """The mails of which somebody must decide: not certain that they left, or refused."""
    editie = access.the_edition(request, pk)
    rows = _in_trouble(editie).select_related("abonnee")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "editie": editie,
        "page": page,
        "rows": [(row, _address(request, row)) for row in page],
        "counts": services.progress(editie).counts,
        "may_send": may(request.user, editie.wijk_id, access.SEND),
        **frame(_("Nakijken"), (editie.subject, reverse("edities:edition", args=[editie.pk]))),
    }
    return render(request, "nieuws/edities/nakijken.html", context)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send one of those again (`zending`), or all of one kind (`alle`)."""
    editie = access.the_edition(request, pk, access.SEND)
    rows = _in_trouble(editie).select_related("abonnee", "abonnement", "editie")
    chosen, kind = request.POST.get("zending", ""), request.POST.get("alle", "")
    if chosen.isascii() and chosen.isdigit():
        rows = rows.filter(pk=int(chosen[:18]))
    else:
        rows = rows.filter(status=kind)
    sent, refusals = _send_again(list(rows[:MOST_AT_ONCE]))
    _tell(request, sent, refusals)
    return redirect("edities:trouble", editie.pk)


def _send_again(rows: list[Zending]) -> tuple[int, list[str]]:
    sent, refusals = 0, []
    for row in rows:
        try:
            services.send_again(row)
        except SendingError as refused:
            refusals.append(str(refused))
        else:
            sent += 1
    return sent, refusals


def _tell(request: HttpRequest, sent: int, refusals: list[str]) -> None:
    for text in dict.fromkeys(refusals):
        messages.warning(request, text)
    if sent:
        text = ngettext("%(n)d mail gaat opnieuw weg.", "%(n)d mails gaan opnieuw weg.", sent)
        messages.success(request, text % {"n": sent})
    elif not refusals:
        messages.warning(request, _("Deze mail was al opnieuw verstuurd."))


def _in_trouble(editie: Editie) -> Any:
    return Zending.objects.filter(editie=editie, status__in=TROUBLE).order_by("-status", "pk")


def _address(request: HttpRequest, row: Zending) -> str:
    if row.abonnee is None:
        return _("(deze lezer is weg)")
    return access.shown_address(request.user, row.editie.wijk_id, row.abonnee.email)
