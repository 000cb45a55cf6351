"""Codes for on letters: how many there are, make more, print them again, fetch the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.exports import export_response
from core.security.events import EXPORTED, tell
from enquetes.models import Codeblad, Deelname, Enquete, Toegang
from enquetes.toegang import codes, sheets
from enquetes.toegang.beheer.access import frame, the_sheet, the_survey
from enquetes.toegang.beheer.forms import NUMBERS, AgainForm, CodesForm

REFRESH_SECONDS = "3"
SHOWN = 40


@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """Numbers by buurt, the form, and what was made; looks again by itself while it is made."""
    return _screen(request, the_survey(request, pk))


@require_POST
def more(request: HttpRequest, pk: int) -> HttpResponse:
    """Make codes that were not there, and have them printed."""
    enquete = the_survey(request, pk)
    form = CodesForm(request.POST, enquete=enquete)
    if enquete.toegang != Toegang.HUISCODE or not enquete.is_live or not form.is_valid():
        return _screen(request, enquete, form=form)
    chosen: dict[str, Any] = form.cleaned_data
    user: Any = request.user
    try:
        made = sheets.order(
            enquete, chosen["aantal"], chosen["soort"], by=user, buurt=chosen["buurt"]
        )
    except codes.TooManyError:
        form.add_error("aantal", _("Zo veel codes kan één enquête niet hebben."))
        return _screen(request, enquete, form=form)
    return _ordered(request, enquete, made)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Print codes that there are: the sheets got lost, or another size is better."""
    enquete = the_survey(request, pk)
    form = AgainForm(request.POST, last=last_of(enquete))
    if not form.is_valid():
        return _screen(request, enquete, again_form=form)
    chosen: dict[str, Any] = form.cleaned_data
    first, user = chosen["van"], request.user
    number = chosen["tot"] - first + 1
    made = sheets.order_again(enquete, first, number, chosen["soort"], by=user)  # type: ignore[arg-type]
    return _ordered(request, enquete, made)


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The sheets; rights are asked again at every download, and each is written down."""
    blad = the_sheet(request, pk)
    if blad.soort == Codeblad.Soort.LIJST:
        return export_response(
            request,
            name=blad.file_name.removesuffix(".pdf"),
            subject=_("Huiscodes: %(title)s") % {"title": blad.enquete.title},
            heading=[_("Nummer"), _("Code"), _("Link"), _("Buurt")],
            rows=_lines(blad),
            form="csv",
        )
    if not blad.file:
        raise Http404
    tell(EXPORTED, account=request.user.pk, what=f"Huiscodes: {blad.enquete}", rows=blad.aantal)
    response = FileResponse(
        blad.file.open("rb"),
        as_attachment=True,
        filename=blad.file_name,
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def last_of(enquete: Enquete) -> int:
    """The number of the last code that there is."""
    last = Deelname.objects.filter(enquete=enquete).aggregate(last=Max("nummer"))["last"]
    return int(last or 0)


def _lines(blad: Codeblad) -> Iterator[list[Any]]:
    for row in sheets.rows_of(blad):
        code = codes.code_of(row)
        link = sheets.address_with(blad.enquete, code)
        yield [row.nummer, codes.printed(code), link, row.buurt.name if row.buurt else ""]


def _ordered(request: HttpRequest, enquete: Enquete, made: list[Codeblad]) -> HttpResponse:
    if made[0].is_waiting:
        messages.success(request, _("De codes worden gemaakt. Bij veel codes duurt dat even."))
    else:
        messages.success(request, _("De codes zijn gemaakt. Download de lijst hieronder."))
    return redirect("toegang:codes", enquete.pk)


def _screen(
    request: HttpRequest,
    enquete: Enquete,
    *,
    form: CodesForm | None = None,
    again_form: AgainForm | None = None,
) -> HttpResponse:
    rights = Deelname.objects.filter(enquete=enquete, soort=Deelname.Soort.HUISCODE)
    used = Count("pk", filter=Q(used=True))
    by_buurt = rights.order_by("buurt__name").values("buurt__name")
    rows = list(enquete.codebladen.select_related("buurt", "made_by")[:SHOWN])
    last = last_of(enquete)
    context = {
        "enquete": enquete,
        "is_on": enquete.toegang == Toegang.HUISCODE and enquete.is_live,
        "buurten": list(by_buurt.annotate(made=Count("pk"), used=used)),
        "form": form or CodesForm(enquete=enquete, initial={"aantal": NUMBERS[1]}),
        "again_form": again_form or AgainForm(last=last),
        "last": last,
        "rows": rows,
        "numbers": NUMBERS,
        **frame(_("Huiscodes"), "key", enquete),
    }
    response = render(request, "enquetes/toegang/beheer/codes.html", context)
    if any(row.is_waiting for row in rows):
        response["Refresh"] = REFRESH_SECONDS
    return response
