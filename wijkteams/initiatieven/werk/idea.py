"""The screen of one idea: what it is, what it looks like, who wants it, and what was said."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import InitiatiefAanvraag, Nodig
from wijkteams.initiatieven.werk import forms
from wijkteams.initiatieven.werk.access import ANSWER, CONTACT, the_idea
from wijkteams.initiatieven.werk.frame import frame_of_idea
from wijkteams.initiatieven.werk.mails import reachable
from wijkteams.initiatieven.werk.term import term_of
from wijkteams.row_access import may

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
        "is_typed": any(name in filled for name in FORMS),
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
