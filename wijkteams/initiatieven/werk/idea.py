"""The screen of one idea, and the answer of the team. Each answer is a POST of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import InitiatiefAanvraag, Nodig
from wijkteams.initiatieven.werk import forms, services
from wijkteams.initiatieven.werk.access import ANSWER, CONTACT, the_idea
from wijkteams.initiatieven.werk.frame import frame_of_idea
from wijkteams.initiatieven.werk.mails import reachable
from wijkteams.initiatieven.werk.term import term_of
from wijkteams.row_access import may

CONFLICT = 409
FORMS: dict[str, type[forms.SeenForm]] = {
    "aanneem": forms.AanneemForm,
    "vraag": forms.VraagForm,
    "afwijs": forms.AfwijsForm,
    "meedoen": forms.MeedoenForm,
}


@never_cache
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """An idea that the user may read."""
    return screen(request, the_idea(request, pk))


def screen(
    request: HttpRequest,
    aanvraag: InitiatiefAanvraag,
    *,
    changes: list[Any] | None = None,
    status: int = 200,
    **filled: Any,
) -> HttpResponse:
    """The whole screen; a form that was filled in wrongly is given by its name."""
    may_answer = may(request.user, aanvraag.wijk_id, ANSWER)
    context: dict[str, Any] = {
        "aanvraag": aanvraag,
        "term": term_of(aanvraag),
        "needs": needs_of(aanvraag),
        "fotos": list(aanvraag.fotos.all()),
        "steps": aanvraag.stappen.select_related("door").order_by("-pk"),
        "changes": changes,
        "may_answer": may_answer and aanvraag.is_open,
        "found": _similar(aanvraag) if aanvraag.is_open else (),
        **_people(request, aanvraag),
        **frame_of_idea(aanvraag),
    }
    if context["may_answer"]:
        context |= {name: form(aanvraag=aanvraag) for name, form in FORMS.items()}
        context["oppak"] = forms.OppakForm(aanvraag=aanvraag)
    return render(request, "initiatieven/werk/idee.html", context | filled, status=status)


def needs_of(aanvraag: InitiatiefAanvraag) -> list[tuple[str, str]]:
    """What it needs, each kind with its words."""
    labels = dict(Nodig.choices)
    return [(str(labels[kind]), text) for kind, text in aanvraag.nodig.items() if kind in labels]


def _similar(aanvraag: InitiatiefAanvraag) -> Any:
    return similar(
        aanvraag.titel,
        aanvraag.idee,
        wijk=aanvraag.wijk,
        place=_place(aanvraag),
        themas=aanvraag.themas.values_list("pk", flat=True),
    )


def _place(aanvraag: InitiatiefAanvraag) -> tuple[float, float] | None:
    if aanvraag.latitude is None or aanvraag.longitude is None:
        return None
    return aanvraag.latitude, aanvraag.longitude


def _people(request: HttpRequest, aanvraag: InitiatiefAanvraag) -> dict[str, Any]:
    """Who wants it: only for who has the right to know (rule R-04)."""
    if aanvraag.initiatief_id is not None and not aanvraag.initiatiefnemers.exists():
        return {"people": (), "moved": True}
    people = list(aanvraag.initiatiefnemers.all())
    allowed = may(request.user, aanvraag.wijk_id, CONTACT)
    return {
        "may_contact": allowed,
        "number_of_people": len(people),
        "people": people if allowed else (),
        "nobody_reachable": not reachable(people),
    }


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


@never_cache
@require_safe
def foto(request: HttpRequest, pk: int, beeld_id: int) -> HttpResponseBase:
    """The photo with an idea, for the team."""
    found = the_idea(request, pk).fotos.filter(pk=beeld_id).first()
    if found is None:
        raise Http404
    try:
        opened = found.file.open("rb")
    except (OSError, ValueError) as error:
        raise Http404 from error
    kind = "image/png" if str(found.file.name).endswith("png") else "image/jpeg"
    response = FileResponse(opened, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
