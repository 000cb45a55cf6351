"""The queue: what residents told, for the team that does something with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.membership import membership_of
from wijkteams.row_access import demand
from wijkteams.signalen.models import Signaal, SignaalFoto
from wijkteams.signalen.werk.access import ADD, VIEW
from wijkteams.signalen.werk.actions import bulk_actions_for
from wijkteams.signalen.werk.drawing import map_of
from wijkteams.signalen.werk.filters import QueueFilter
from wijkteams.signalen.werk.frame import frame
from wijkteams.signalen.werk.lateness import ago, is_late

PER_PAGE = 25
LARGE = "kaart"
"In the address: draw the map in the page, where each dot is a link."


@dataclass(frozen=True)
class Line:
    """One signal in the queue."""

    signaal: Any
    ago: str
    late: bool


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The signals of the own wards, by what was asked."""
    demand(request, VIEW)
    form = QueueFilter(request.GET, user=request.user)
    rows = form.chosen(Signaal.objects.visible_to(request.user))  # type: ignore[arg-type]
    near = rows.select_related("wijk", "categorie", "toegewezen_aan")
    page = Paginator(near.annotate(number_of_photos=_photos()), PER_PAGE).get_page(
        request.GET.get("p")
    )
    wijk_id = ward_of(form)
    large = wijk_id is not None and LARGE in request.GET
    context = {
        "form": form,
        "is_filtered": bool(form.asked),
        "page": page,
        "lines": lines_of(page.object_list),
        "has_map": wijk_id is not None,
        "map": map_of(wijk_id, rows) if large and wijk_id is not None else None,
        "bulk": bulk_actions_for(request.user),
        "may_add": membership_of(request.user).may("rows", ADD),  # type: ignore[arg-type]
        "several_wards": form.only_ward is None,
        **frame(_("Signalen")),
    }
    return render(request, "signalen/beheer/wachtrij.html", context)


@never_cache
@require_safe
def little_map(request: HttpRequest) -> HttpResponse:
    """The same signals as a picture, asked for apart: the list does not wait for it."""
    demand(request, VIEW)
    form = QueueFilter(request.GET, user=request.user)
    rows = form.chosen(Signaal.objects.visible_to(request.user))  # type: ignore[arg-type]
    wijk_id = ward_of(form)
    drawn = map_of(wijk_id, rows) if wijk_id is not None else None
    if drawn is None:
        raise Http404
    content = {"map": drawn}
    return render(request, "signalen/beheer/kaart.svg", content, content_type="image/svg+xml")


def ward_of(form: QueueFilter) -> int | None:
    """The one ward of which signals are shown; of several a map would be a tangle."""
    wijk = form.asked.get("wijk")
    return form.only_ward if wijk is None else wijk.pk


def _photos() -> Any:
    """How many photos each has; nothing that counting the list must read."""
    rows = SignaalFoto.objects.filter(signaal=OuterRef("pk")).order_by().values("signaal")
    return Subquery(rows.annotate(number=Count("pk")).values("number"))


def lines_of(rows: Any) -> list[Line]:
    """How signals stand in a list of the team."""
    return [
        Line(signaal, ago(signaal.gemeld_op), not signaal.is_gesloten and is_late(signaal))
        for signaal in rows
    ]
