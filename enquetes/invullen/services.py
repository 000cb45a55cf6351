"""Begin a survey, and send it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from enquetes.invullen import concept, cookie
from enquetes.models import Enquete
from enquetes.vragen.antwoord import Antwoorden


def begin(
    request: HttpRequest,
    enquete: Enquete,
    *,
    language: str,
    deelname: int | None = None,
    antwoorden: Antwoorden | None = None,
) -> HttpResponse:
    """Start filling in: something to write in, its secret in a cookie, and on to the first page.

    Who calls has seen that it is open and that they may. `deelname` is the right that is used up
    on sending; `antwoorden` what was answered already (a poll). What was half filled in in this
    browser before goes on, unless it belongs to another right.
    """
    versie = enquete.asked
    if versie is None:
        raise ValueError(f"Survey {enquete.pk} asks nothing.")
    with translation.override(language):
        response = redirect("enquete_stap", code=enquete.code, stap=1)
    there = concept.find(enquete, cookie.read(request, enquete))
    if there is not None and there.draft.deelname == deelname and not antwoorden:
        return response
    draft = concept.Draft(dict(antwoorden or {}), language, deelname)
    cookie.give(response, enquete, concept.start(enquete, versie, draft))
    return response
