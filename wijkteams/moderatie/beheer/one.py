"""One report: read it, ask what another thinks, decide (requirements M2–M4)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wijkteams.moderatie import deciding
from wijkteams.moderatie.beheer.forms import BesluitForm, MeningForm
from wijkteams.moderatie.beheer.listing import advice_of, line_of
from wijkteams.moderatie.beheer.screen import CHANGE, CONFLICT, VIEW, frame, thing_for
from wijkteams.moderatie.models import Inhoudsmelding, Moderatiestap
from wijkteams.row_access import may, the_row


@never_cache
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A report, with what it is about."""
    return _screen(request, _the_report(request, pk, VIEW))


def _the_report(request: HttpRequest, pk: int, action: str) -> Inhoudsmelding:
    rows = Inhoudsmelding.objects.select_related("wijk", "besluit", "mening_gevraagd_door")
    return the_row(request, rows, pk, action)


def _screen(
    request: HttpRequest, melding: Inhoudsmelding, *, status: int = 200, **forms: Any
) -> HttpResponse:
    suggested = {"actie": advice_of(melding) or None, "grond": melding.reden}
    opinion_of = melding.mening_gevraagd_door_id
    asks = opinion_of is None
    context = {
        "melding": melding,
        "line": line_of(melding),
        "same": _open_of(melding).exclude(pk=melding.pk),
        "steps": Moderatiestap.objects.filter(melding=melding).select_related("door"),
        "may_change": may(request.user, melding.wijk_id, CHANGE) and melding.is_open,
        "opinion_asks": asks,
        "opinion_own": opinion_of == request.user.pk,
        "besluit_form": BesluitForm(initial=suggested),
        "mening_form": MeningForm(asks=asks),
        **forms,
        **thing_for(request.user, melding.soort, melding.object_id),
        **frame(melding.nummer),
    }
    return render(request, "moderatie/beheer/een.html", context, status=status)


def _open_of(melding: Inhoudsmelding) -> Any:
    rows = Inhoudsmelding.objects.filter(soort=melding.soort, object_id=melding.object_id)
    return rows.filter(gesloten_op=None)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide. When somebody else was faster: what they decided (409), and nothing is done."""
    melding = _the_report(request, pk, CHANGE)
    if "closed" in thing_for(request.user, melding.soort, melding.object_id):
        raise PermissionDenied
    form = BesluitForm(request.POST)
    if form.is_valid():
        try:
            deciding.decide(pk, door=request.user, **form.cleaned_data)
        except deciding.StaleError:
            return _faster(request, pk)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Besloten. Beide kanten krijgen bericht."))
            return redirect("moderatie:een", pk)
    return _screen(request, melding, status=422, besluit_form=form)


def _faster(request: HttpRequest, pk: int) -> HttpResponse:
    messages.error(request, _("Iemand anders was net eerder. Er is niets dubbel gedaan."))
    return _screen(request, _the_report(request, pk, VIEW), status=CONFLICT)


@require_POST
def opinion(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what another thinks, or say it."""
    melding = _the_report(request, pk, CHANGE)
    if "closed" in thing_for(request.user, melding.soort, melding.object_id):
        raise PermissionDenied
    asks = melding.mening_gevraagd_door_id is None
    form = MeningForm(request.POST, asks=asks)
    if form.is_valid():
        act = deciding.ask_opinion if asks else deciding.give_opinion
        try:
            act(pk, door=request.user, **form.cleaned_data)
        except deciding.StaleError:
            return _faster(request, pk)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Opgeschreven."))
            return redirect("moderatie:een", pk)
    return _screen(request, melding, status=422, mening_form=form)
