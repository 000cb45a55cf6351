"""Screens: order a dossier of the ticked signals, see how far it is, and fetch it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from wijkteams.row_access import demand, within
from wijkteams.signalen.models import Klasse, Signaaldossier
from wijkteams.signalen.werk.chosen import chosen_signals
from wijkteams.signalen.werk.dossier import MOST, order
from wijkteams.signalen.werk.frame import frame
from wijkteams.signalen.werk.queue import lines_of

EXPORT = "signaal.export"
PER_PAGE = 25
REFRESH_SECONDS = "3"


class DossierForm(forms.Form):
    """What stands above it."""

    title = forms.CharField(
        label=gettext_lazy("Titel"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: Verkeer rond de school, overleg van 3 maart."),
    )


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What was made, the newest first; looks again by itself while something is in the making."""
    page = Paginator(_own(request).select_related("wijk"), PER_PAGE).get_page(request.GET.get("p"))
    context = {"page": page, **frame(_("Dossiers"))}
    response = render(request, "signalen/beheer/dossiers.html", context)
    if any(row.is_waiting for row in page):
        response["Refresh"] = REFRESH_SECONDS
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Of the ticked signals, without the confidential ones; of one ward."""
    demand(request, EXPORT)
    rows = chosen_signals(request, EXPORT).exclude(klasse=Klasse.VERTROUWELIJK)
    found = list(rows.select_related("wijk", "categorie")[:MOST])
    if not found:
        messages.info(request, _("Vink eerst signalen aan. Vertrouwelijke gaan nooit mee."))
        return redirect("signalen:index")
    if len({row.wijk_id for row in found}) > 1:
        messages.error(request, _("Een dossier gaat over één wijk. Kies signalen van één wijk."))
        return redirect("signalen:index")
    form = DossierForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        title = form.cleaned_data["title"]
        order(found[0].wijk, [row.pk for row in found], title, by=request.user)
        messages.success(request, _("Het dossier wordt gemaakt. Dat duurt een paar tellen."))
        return redirect("signalen:dossiers")
    context = {"lines": lines_of(found), "form": form, **frame(_("Dossier maken"))}
    status = 422 if form.is_bound else 200
    return render(request, "signalen/beheer/dossier.html", context, status=status)


@require_GET
def download(request: HttpRequest, dossier_id: int) -> HttpResponseBase:
    """The PDF; rights are asked again at every download."""
    row = get_object_or_404(_own(request), pk=dossier_id)
    if not row.file:
        raise Http404
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=row.file_name,
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _own(request: HttpRequest) -> QuerySet[Signaaldossier]:
    """Those of wards in which the user may take signals along."""
    demand(request, EXPORT)
    rows: Any = Signaaldossier.objects.visible_to(request.user)  # type: ignore[arg-type]
    found: QuerySet[Signaaldossier] = rows.filter(within(request.user, EXPORT))
    return found
