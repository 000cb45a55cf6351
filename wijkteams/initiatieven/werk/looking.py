"""Deciding about what initiators wrote: on the site, or not and why (R-16, R-26)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wijkteams.initiatieven.beheren import deciding, photos
from wijkteams.initiatieven.models import Update, Wijziging
from wijkteams.initiatieven.werk.access import CHANGE, the_initiative
from wijkteams.initiatieven.werk.looking_forms import NeeForm, WordtForm
from wijkteams.initiatieven.werk.to_read import seen_of

CONFLICT, WRONG = 409, 422


@require_POST
def update_yes(request: HttpRequest, pk: int, update_id: int) -> HttpResponse:
    """Put what they told on the site."""
    _of(request, pk, Update, update_id)
    done = _("Het bericht staat op de site.")
    return _do(request, pk, lambda: deciding.approve(update_id, door=request.user), done)


@require_POST
def update_no(request: HttpRequest, pk: int, update_id: int) -> HttpResponse:
    """It does not come on the site, and why."""
    _of(request, pk, Update, update_id)
    return _refuse(request, pk, update_id, deciding.refuse)


@require_POST
def change_yes(request: HttpRequest, pk: int, wijziging_id: int) -> HttpResponse:
    """Do what they want, as they wrote it or as the team made of it."""
    row = _of(request, pk, Wijziging, wijziging_id)
    inhoud = None
    if row.soort == Wijziging.Soort.PAGINA:
        if request.POST.get("seen", "") != seen_of(row):
            text = _("De pagina veranderde net. Kijk of het nog klopt, en beslis dan.")
            return _again(request, pk, text)
        form = WordtForm(request.POST, row=row)
        if not form.is_valid():
            return _again(request, pk, _said(form), WRONG)
        inhoud = form.inhoud

    def act() -> None:
        deciding.approve_change(wijziging_id, door=request.user, inhoud=inhoud)

    return _do(request, pk, act, _("De wijziging staat op de site."))


@require_POST
def change_no(request: HttpRequest, pk: int, wijziging_id: int) -> HttpResponse:
    """The page stays as it is, and why."""
    _of(request, pk, Wijziging, wijziging_id)
    return _refuse(request, pk, wijziging_id, deciding.refuse_change)


@never_cache
@require_safe
def foto(request: HttpRequest, pk: int, update_id: int) -> HttpResponseBase:
    """The photo with what they told, for the team."""
    initiatief = the_initiative(request, pk)
    row = initiatief.updates.exclude(foto="").filter(pk=update_id).first()
    if row is None:
        raise Http404
    return photos.file_of(row)


def _of(request: HttpRequest, pk: int, model: Any, row_id: int) -> Any:
    """Something that an initiator of this initiative wrote; else 404."""
    initiatief = the_initiative(request, pk, CHANGE)
    row = model.objects.filter(pk=row_id, initiatief=initiatief).first()
    if row is None:
        raise Http404
    return row


def _refuse(request: HttpRequest, pk: int, row_id: int, act: Callable[..., Any]) -> HttpResponse:
    form = NeeForm(request.POST)
    if not form.is_valid():
        return _again(request, pk, _said(form), WRONG)
    sent = form.cleaned_data
    done = _("Niet geplaatst. De initiatiefnemer leest waarom.")
    return _do(
        request,
        pk,
        lambda: act(row_id, sent["reden"], door=request.user, grond=sent["grond"]),
        done,
    )


def _do(request: HttpRequest, pk: int, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do it; of two who decide, the second is told (409)."""
    try:
        act()
    except deciding.DecidedError:
        return _again(request, pk, _("Iemand anders was net eerder. Er is niets dubbel gedaan."))
    except deciding.ConflictError:
        return _again(request, pk, _("De pagina veranderde net. Kijk of het nog klopt."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect("initiatieven:een", pk)


def _said(form: Any) -> str:
    """What is wrong, for above the screen: the field itself may be far below."""
    found = ((form.fields[name].label, errors[0]) for name, errors in form.errors.items())
    return " ".join(f"{label}: {error}" for label, error in found)


def _again(request: HttpRequest, pk: int, text: str, status: int = CONFLICT) -> HttpResponse:
    """The screen once more; what was typed stays in its field."""
    from wijkteams.initiatieven.werk.one import screen

    messages.error(request, text)
    return screen(request, the_initiative(request, pk, CHANGE), status=status)
