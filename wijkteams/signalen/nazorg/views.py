"""The page behind the link in the mail. Looking changes nothing; a button does (rule R-09)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Melder, Opvolging, Signaal, Staat
from wijkteams.signalen.nazorg import answering
from wijkteams.signalen.nazorg.asking import Person
from wijkteams.signalen.vertellen import brakes
from wijkteams.signalen.vertellen.doors import leads_nowhere
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.shown import title_of

SAID = {"ja": True, "nee": False}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nazorg(request: HttpRequest, token: str) -> HttpResponse:
    """Ask it; or thank for the answer."""
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    code = tokens.code_of(tokens.NAZORG, token)
    person = answering.person_of(code) if code else None
    if person is None:
        return leads_nowhere(request)
    said = SAID.get(request.POST.get("antwoord", ""))
    if request.method == "POST" and said is not None:
        if answering.answer(person, said):
            return _asked(request, person, is_reopened=True)
        return redirect(request.path)
    is_over = answering.lead_of(person).staat != Staat.OPGELOST
    return _asked(request, person, is_reopened=is_over)


def _asked(request: HttpRequest, person: Person, *, is_reopened: bool) -> HttpResponse:
    lead = answering.lead_of(person)
    # It may have gone off the site since: then who follows it sees no more of it than all others.
    may_read = isinstance(person, Melder) or lead.is_openbaar
    return show(
        request,
        "nazorg",
        _("Is het echt opgelost?"),
        wijk=lead.wijk,
        signaal=lead,
        about=_about(person, lead),
        is_reopened=is_reopened,
        said=person.is_opgelost,
        solved=_solved(lead, for_all=not isinstance(person, Melder)) if may_read else None,
    )


def _about(person: Person, lead: Signaal) -> str:
    """So that they know what it was: their own words, or what all may read. Not of a secret."""
    if lead.is_vertrouwelijk or person.signaal.is_vertrouwelijk:
        return ""
    if isinstance(person, Melder):
        return person.signaal.titel
    return title_of(lead) if lead.is_openbaar else ""


def _solved(lead: Signaal, *, for_all: bool) -> Opvolging | None:
    """The step in which the team said so, with its sentence."""
    rows = lead.opvolgingen.filter(naar=Staat.OPGELOST, wacht_op_tweede=False)
    if for_all:
        rows = rows.filter(alleen_melder=False)
    found: Opvolging | None = rows.exclude(openbare_zin="").order_by("-wanneer", "-pk").first()
    return found
