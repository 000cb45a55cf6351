"""The answer of the team to an idea. Each is a POST of its own, and leads back to the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wijkteams.initiatieven.werk import forms, services
from wijkteams.initiatieven.werk.access import ANSWER, the_idea
from wijkteams.initiatieven.werk.idea import FORMS, screen

CONFLICT = 409


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Make its page: on the site, or a draft to work on."""
    as_draft = "concept" in request.POST

    def act(form: Any) -> HttpResponse:
        wanted = form.wanted(als_concept=as_draft)
        seen = form.cleaned_data["seen"]
        page = services.accept(pk, door=request.user, seen=seen, wanted=wanted)
        if page.live:
            messages.success(request, _("Aangenomen. Het initiatief staat op de site."))
        else:
            messages.success(request, _("Aangenomen. De pagina is nog een concept."))
        return redirect("initiatieven:idee", pk)

    return _answer(request, pk, "aanneem", act)


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """A question to the initiators."""
    return _answer(request, pk, "vraag", _simply(request, pk, services.ask, _("Gevraagd.")))


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """No, and why."""
    done = _("Afgewezen. De bewoner leest waarom.")
    return _answer(request, pk, "afwijs", _simply(request, pk, services.refuse, done))


@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """There is such an initiative already."""

    def act(form: Any) -> HttpResponse:
        sent = {**form.cleaned_data, "in_pk": form.cleaned_data["in_pk"].pk}
        services.join(pk, door=request.user, **sent)
        messages.success(request, _("Opgeschreven. De bewoner leest waar hij kan meedoen."))
        return redirect("initiatieven:idee", pk)

    return _answer(request, pk, "meedoen", act)


def _simply(
    request: HttpRequest, pk: int, act: Callable[..., Any], done: str
) -> Callable[[Any], HttpResponse]:
    def run(form: Any) -> HttpResponse:
        act(pk, door=request.user, **form.cleaned_data)
        messages.success(request, done)
        return redirect("initiatieven:idee", pk)

    return run


def _answer(
    request: HttpRequest, pk: int, name: str, act: Callable[[Any], HttpResponse]
) -> HttpResponse:
    """Do it. Who is second sees what the first did, and keeps what was typed (409)."""
    aanvraag = the_idea(request, pk, ANSWER)
    form = FORMS[name](request.POST, aanvraag=aanvraag)
    typed: dict[str, Any] = {name: form}
    if form.is_valid():
        try:
            return act(form)
        except services.StaleError as error:
            aanvraag = the_idea(request, pk, ANSWER)
            form.look_again(aanvraag)
            return screen(request, aanvraag, changes=error.changes, status=CONFLICT, **typed)
        except ValidationError as error:
            form.add_error(None, error)
    return screen(request, aanvraag, status=422, **typed)


@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes it up."""
    aanvraag = the_idea(request, pk, ANSWER)
    form = forms.OppakForm(request.POST, aanvraag=aanvraag)
    if not form.is_valid():
        return screen(request, aanvraag, status=422, oppak=form)
    services.assign(pk, aan=form.cleaned_data["aan"])
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:idee", pk)
