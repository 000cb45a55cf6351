"""Screens of the CMS: ask for a file with answers, see how far it is, fetch it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.exports import export_response
from core.security.events import EXPORTED, tell
from enquetes.beheer.frame import frame_of_survey
from enquetes.models import Enquete, Uitvoer
from enquetes.uitslag.visibility import may_team_see
from enquetes.uitvoer.access import EXPORT, may_take, the_survey
from enquetes.uitvoer.codebook import codebook_of
from enquetes.uitvoer.forms import UitvoerForm
from enquetes.uitvoer.making import order as order_file
from wijkteams.row_access import demand, the_row, within

REFRESH_SECONDS = "3"
SHOWN = 25
MIMES = {
    Uitvoer.Soort.CSV.value: "text/csv; charset=utf-8",
    Uitvoer.Soort.XLSX.value: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_GET
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """What was made, the newest first; looks again by itself while something is in the making."""
    enquete = the_survey(request, pk)
    return _screen(request, enquete, UitvoerForm(enquete=enquete))


@require_POST
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a file made."""
    enquete = the_survey(request, pk)
    user: Any = request.user
    form = UitvoerForm(request.POST, enquete=enquete)
    if not may_take(user, enquete):
        raise PermissionDenied
    if not form.is_valid():
        return _screen(request, enquete, form)
    chosen: dict[str, Any] = form.cleaned_data
    order_file(enquete, chosen["soort"], by=user, with_names=chosen.get("met_namen", False))
    messages.success(request, _("Het bestand wordt gemaakt. Bij veel antwoorden duurt dat even."))
    return redirect("uitvoer:index", enquete.pk)


@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file; rights are asked again at every download, and each is written down (R-24)."""
    demand(request, EXPORT)
    rows = Uitvoer.objects.filter(within(request.user, EXPORT)).select_related("enquete")
    row = the_row(request, rows, pk, EXPORT)
    if not may_team_see(row.enquete):
        raise PermissionDenied
    if not row.file:
        raise Http404
    tell(EXPORTED, account=request.user.pk, what=f"Antwoorden: {row.enquete}", rows=row.totaal)
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=row.file_name,
        content_type=MIMES[row.soort],
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_GET
def codebook(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What stands in each column, beside a CSV; says nothing of what was answered."""
    enquete = the_survey(request, pk)
    heading, *lines = codebook_of(enquete).lines()
    return export_response(
        request,
        name=f"codeboek {enquete.title}",
        subject=_("Codeboek: %(title)s") % {"title": enquete.title},
        heading=heading,
        rows=lines,
        form="csv",
    )


def _screen(request: HttpRequest, enquete: Enquete, form: UitvoerForm) -> HttpResponse:
    rows = list(enquete.uitvoer.select_related("made_by", "enquete")[:SHOWN])
    context = {
        "enquete": enquete,
        "form": form,
        "rows": rows,
        "is_fair": may_team_see(enquete),
        "count": enquete.inzendingen.count(),
        **frame_of_survey(enquete, _("Antwoorden downloaden")),
        "page_subtitle": enquete.title,
        "header_icon": "download",
    }
    response = render(request, "enquetes/uitvoer/index.html", context)
    if any(row.is_waiting for row in rows):
        response["Refresh"] = REFRESH_SECONDS
    return response
