"""The screens of bringing a list along: the form, the preview, and how far it is."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from nieuws.abonnees.access import IMPORT
from nieuws.abonnees.importing import work
from nieuws.abonnees.importing.forms import InleesForm
from nieuws.abonnees.overview import frame
from nieuws.models import Lijstimport
from wijkteams.row_access import demand, the_row, within

PER_PAGE = 20
SHOWN = 20
REFRESH_SECONDS = "4"
Status = Lijstimport.Status


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """A new file; and below it what was brought along before."""
    demand(request, IMPORT)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = InleesForm(*sent, user=request.user)
    if sent and form.is_valid():
        return redirect("abonnees:import", form.row(request.user).pk)
    before = Lijstimport.objects.filter(within(request.user, IMPORT))
    before = before.select_related("lijst", "made_by").defer("lines", "errors")
    page = Paginator(before, PER_PAGE).get_page(request.GET.get("p"))
    title = _("Een lijst inlezen")
    context = {"form": form, "page": page, **frame(title, below=title, icon="upload")}
    return render(request, "nieuws/abonnees/inlezen.html", context)


@require_GET
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Before: what will happen. During: how far it is. After: what came of it."""
    row = _the_import(request, pk)
    title = _("Een lijst inlezen")
    context = {
        "row": row,
        "counts": row.counts,
        "not_asked": _not_asked(row) if row.status == Status.VOORBEELD else {},
        "first_lines": row.lines[:SHOWN],
        "more_lines": max(0, len(row.lines) - SHOWN),
        "more_errors": max(0, row.counts.get("fout", 0) - len(row.errors)),
        **frame(title, below=title, icon="upload"),
    }
    response = render(request, "nieuws/abonnees/ingelezen.html", context)
    if row.is_running:
        response["Refresh"] = REFRESH_SECONDS
    return response


def _not_asked(row: Lijstimport) -> dict[str, int]:
    """How many get no mail, by reason, as it stands now; and how many do."""
    known = work.why_not(row, [address for address, _name in row.lines if address])
    counted: dict[str, int] = dict(Counter(known.values()))
    counted["mails"] = row.total - len(known)
    return counted


@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on: everybody on the list is asked once."""
    row = _the_import(request, pk)
    if work.begin(row):
        messages.success(request, _("We beginnen. Iedereen op de lijst krijgt één mail."))
    return redirect("abonnees:import", row.pk)


@require_POST
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop half-way: who was asked was asked."""
    row = _the_import(request, pk)
    if work.stop(row):
        messages.success(request, _("Gestopt. Wie nog geen mail had, krijgt er geen."))
    return redirect("abonnees:import", row.pk)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Not after all: the file was the wrong one."""
    row = _the_import(request, pk)
    if Lijstimport.objects.filter(pk=row.pk, status=Status.VOORBEELD).delete()[0]:
        messages.success(request, _("Weggegooid. Niemand heeft een mail gekregen."))
    return redirect("abonnees:imports")


def _the_import(request: HttpRequest, pk: int) -> Lijstimport:
    rows = Lijstimport.objects.select_related("lijst", "made_by")
    return the_row(request, rows, pk, IMPORT)
