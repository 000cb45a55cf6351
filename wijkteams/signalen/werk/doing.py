"""What is done on the screen of one signal. Each is a POST, and leads back to the screen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Openbaarheid, Opvolging, Signaal, SignaalFoto
from wijkteams.signalen.werk import arranging
from wijkteams.signalen.werk.access import CHANGE, the_signal
from wijkteams.signalen.werk.forms import RedenForm, RegelForm, SoortForm, StapForm
from wijkteams.signalen.werk.one import screen
from wijkteams.signalen.werk.photos import can_be_seen, show_photo

CONFLICT = 409


@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """A next step. When somebody else was faster: what they did, and what was typed stays."""
    signaal = the_signal(request, pk, CHANGE)
    form = StapForm(request.POST, signaal=signaal)
    if signaal.samengevoegd_in_id is not None:
        messages.error(
            request, _("Dit signaal is samengevoegd. Zet de stap bij dat andere signaal.")
        )
        return redirect("signalen:een", pk)
    if form.is_valid():
        try:
            made = services.step(pk, door=request.user, **form.cleaned_data)
        except services.StaleError as error:
            return _stale(request, signaal, form, error)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _told(made))
            return redirect("signalen:een", pk)
    return screen(request, signaal, status=422, stap_form=form)


def _stale(
    request: HttpRequest, signaal: Signaal, form: StapForm, error: services.StaleError
) -> HttpResponse:
    signaal = the_signal(request, signaal.pk, CHANGE)
    again = StapForm(request.POST, signaal=signaal)
    again.look_again()
    again.is_valid()
    return screen(request, signaal, changes=error.changes, status=CONFLICT, stap_form=again)


def _told(made: Opvolging) -> str:
    if made.wacht_op_tweede:
        return _("Opgeschreven. Iemand anders van het team kijkt het nog na.")
    return _("Opgeschreven.")


@require_POST
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes it up, and when to come back to it."""
    signaal = the_signal(request, pk, CHANGE)
    form = RegelForm(request.POST, signaal=signaal)
    if not form.is_valid():
        return screen(request, signaal, status=422, regel_form=form)
    chosen = form.cleaned_data
    arranging.assign(pk, aan=chosen["toegewezen_aan"], herinnering_op=chosen["herinnering_op"])
    messages.success(request, _("Bewaard."))
    return redirect("signalen:een", pk)


@require_POST
def sort(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is about, and who may know."""
    signaal = the_signal(request, pk, CHANGE)
    form = SoortForm(request.POST, signaal=signaal)
    if not form.is_valid():
        return screen(request, signaal, status=422, soort_form=form)
    try:
        arranging.sort(pk, **form.cleaned_data)
    except ValidationError as error:
        form.add_error("klasse", error)
        return screen(request, signaal, status=422, soort_form=form)
    messages.success(request, _("Bewaard."))
    if not Signaal.objects.visible_to(request.user).filter(pk=pk).exists():  # type: ignore[arg-type]
        return redirect("signalen:index")
    return redirect("signalen:een", pk)


@require_POST
def on_site(request: HttpRequest, pk: int) -> HttpResponse:
    """On the site, or off it with the reason."""
    signaal = the_signal(request, pk, CHANGE)
    if "toon" in request.POST:
        return _answer(request, pk, lambda: services.show(pk, Openbaarheid.OPENBAAR))
    form = RedenForm(request.POST)
    if not form.is_valid():
        return screen(request, signaal, status=422, reden_form=form)
    why = form.cleaned_data
    return _answer(request, pk, lambda: arranging.take_off(pk, door=request.user, **why))


@require_POST
def second(request: HttpRequest, pk: int, opvolging_id: int) -> HttpResponse:
    """The second pair of eyes on a confidential signal: it is closed, or it is not."""
    signaal = the_signal(request, pk, CHANGE)
    if not signaal.opvolgingen.filter(pk=opvolging_id).exists():
        raise Http404
    if "nee" in request.POST:
        why = request.POST.get("waarom", "").strip()[:500]
        return _answer(
            request, pk, lambda: arranging.not_yet(opvolging_id, door=request.user, waarom=why)
        )
    return _answer(request, pk, lambda: services.confirm(opvolging_id, door=request.user))


@require_POST
def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a merge."""
    the_signal(request, pk, CHANGE)
    return _answer(request, pk, lambda: merging.separate(pk, request.user))


@require_POST
def photo_on_site(request: HttpRequest, pk: int, foto_id: int) -> HttpResponse:
    """Let a photo be seen by all, or not any more; what readers see now needs a reason first."""
    the_signal(request, pk, CHANGE)
    foto = SignaalFoto.objects.select_related("signaal").filter(pk=foto_id, signaal=pk).first()
    if foto is None:
        raise Http404
    shown = "toon" in request.POST
    if not shown and can_be_seen(foto):
        return redirect("signalen:foto_weg", pk, foto_id)
    return _answer(request, pk, lambda: show_photo(pk, foto_id, shown=shown))


def _answer(request: HttpRequest, pk: int, act: Any) -> HttpResponse:
    """Do it; what a service refuses is said above the screen."""
    try:
        act()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Bewaard."))
    return redirect("signalen:een", pk)
