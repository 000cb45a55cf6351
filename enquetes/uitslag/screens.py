"""Screens of the CMS: what came out so far, and making it known."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from enquetes.beheer.frame import frame, frame_of
from enquetes.models import Enquete, Stand, Uitslag
from enquetes.uitslag import publishing
from enquetes.uitslag.access import PUBLISH, READ, SEE, the_survey, the_survey_to_see
from enquetes.uitslag.figures import Cijfers
from enquetes.uitslag.lezen.services import open_vragen
from enquetes.uitslag.making import figures_of
from enquetes.uitslag.renewing import may_move
from enquetes.uitslag.showing import drawn
from enquetes.uitslag.visibility import may_team_see
from wijkteams.row_access import may


@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """What came out, as residents see it: small numbers are hidden here too."""
    enquete = the_survey(request, pk, SEE)
    uitslag = Uitslag.objects.filter(enquete=enquete).first()
    context: dict[str, Any] = {
        "enquete": enquete,
        "aantal": uitslag.aantal if uitslag else 0,
        "wacht": enquete.enveloppen.count(),
        "stand": enquete.stand().label,
        **head(enquete, _("Uitslag")),
    }
    if not may_team_see(enquete):
        return render(request, "enquetes/uitslag/beheer/wachten.html", context)
    cijfers = _figures(enquete, uitslag) if uitslag else {}
    context |= _chosen(enquete, uitslag, cijfers)
    context |= {
        "uitslag": drawn(enquete, cijfers, request.GET.get("deel", "")) if cijfers else None,
        "obstakel": publishing.obstacle(enquete),
        "is_bekend": enquete.stand() == Stand.UITSLAG,
        "mag_tonen": may(request.user, enquete.wijk_id, PUBLISH),
        "mag_lezen": may(request.user, enquete.wijk_id, READ),
        "ongelezen": sum(one.unread for one in open_vragen(enquete)),
        "page": publishing.face_of(enquete),
    }
    return render(request, "enquetes/uitslag/beheer/index.html", context)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the results of the ticked questions known."""
    enquete = the_survey_to_see(request, pk, PUBLISH)
    try:
        publishing.publish(enquete, request.POST.getlist("vraag"))
    except publishing.PublishError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("De uitslag staat op de site."))
    return redirect("uitslag:index", enquete.pk)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Do not show the results any more."""
    enquete = the_survey_to_see(request, pk, PUBLISH)
    publishing.take_back(enquete)
    messages.success(request, _("De uitslag staat niet meer op de site."))
    return redirect("uitslag:index", enquete.pk)


def head(enquete: Enquete, title: str, *between: tuple[str, str]) -> dict[str, Any]:
    """The title and the way back."""
    page = publishing.face_of(enquete)
    if page is not None and not between:
        return {**frame_of(page, title), "page_subtitle": enquete.title}
    own = reverse("uitslag:index", args=[enquete.pk])
    return {**frame(title, *(between or ((enquete.title, own),))), "page_subtitle": enquete.title}


def _figures(enquete: Enquete, uitslag: Uitslag) -> Cijfers:
    """Those that are seen already, or what they would be now."""
    if uitslag.tellingen and may_move(enquete, uitslag):
        return figures_of(enquete, uitslag.tellingen)
    kept: Cijfers = uitslag.cijfers
    return kept


def _chosen(enquete: Enquete, uitslag: Uitslag | None, cijfers: Cijfers) -> dict[str, Any]:
    """The questions to tick: those that are shown, or before that all with something to show."""
    figures = cijfers.get("vragen", [])
    shown = set(uitslag.vragen) if uitslag and enquete.uitslag_op else None
    return {
        "gekozen": {
            one["id"]
            for one in figures
            if (one["id"] in shown if shown is not None else not one["reden"])
        }
    }
