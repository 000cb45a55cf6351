"""The panel in the CMS: who is in it (masked), and asking them to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.absolute import absolute
from core.mail.addresses import masked
from enquetes.models import Deelname, Panellid, Panelronde
from enquetes.toegang import panel, rounds
from enquetes.toegang.beheer.access import (
    CONTACT,
    MEMBERS,
    REMOVE,
    frame,
    own_members,
    the_survey,
)
from enquetes.toegang.links import panel_url
from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import demand, may, the_row

PER_PAGE = 50
REFRESH_SECONDS = "5"


@dataclass(frozen=True)
class Line:
    """One member, as this user may see them (R-04)."""

    row: Panellid
    address: str
    name: str
    may_remove: bool


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Who is in the panels of the own wards."""
    demand(request, MEMBERS)
    rows = own_members(request.user).order_by("wijk__name", "-created_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "lines": [_line(row, request.user) for row in page.object_list],
        "active": own_members(request.user).filter(status=Panellid.Status.ACTIEF).count(),
        "places": _places(request.user),
        "several": len({row.wijk_id for row in page.object_list}) > 1,
        **frame(_("Bewonerspanel"), "group"),
    }
    return render(request, "enquetes/toegang/beheer/panel.html", context)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a member out, because they asked for it."""
    lid = the_row(request, Panellid.objects.select_related("wijk"), pk, REMOVE)
    panel.leave(lid)
    messages.success(request, _("Deze persoon zit niet meer in het panel."))
    return redirect("toegang:leden")


@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """How many were asked and answered, and the buttons to ask them."""
    enquete = the_survey(request, pk)
    rows = list(enquete.panelrondes.select_related("made_by"))
    rights = Deelname.objects.filter(enquete=enquete, soort=Deelname.Soort.PANEL)
    context = {
        "enquete": enquete,
        "members": rounds.members(enquete).count(),
        "asked": rights.count(),
        "answered": rights.filter(used=True).count(),
        "can_remind": rights.filter(used=False, herinnerd=False).exists(),
        "may_write": rounds.may_write(enquete),
        "is_busy": any(not row.is_done for row in rows),
        "rows": rows,
        "sign_up_url": absolute(panel_url(enquete.wijk, "nl")),
        **frame(_("Panel uitnodigen"), "mail", enquete),
    }
    response = render(request, "enquetes/toegang/beheer/uitnodigen.html", context)
    if context["is_busy"]:
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a round; the worker writes the mails."""
    enquete = the_survey(request, pk)
    soort = request.POST.get("soort", "")
    user: Any = request.user
    try:
        rounds.order(enquete, Panelronde.Soort(soort).value, by=user)
    except (ValueError, rounds.NotNowError):
        messages.error(request, _("Dat kan nu niet. Kijk hieronder hoe het ervoor staat."))
    else:
        messages.success(request, _("De mails worden geschreven. Je ziet hier hoe ver het is."))
    return redirect("toegang:panel", enquete.pk)


def _line(row: Panellid, user: Any) -> Line:
    shows = may(user, row.wijk_id, CONTACT)
    # A name that is an address is one too.
    name = masked(row.name) if "@" in row.name and not shows else row.name
    address = row.email if shows else masked(row.email)
    return Line(row, address, name, may(user, row.wijk_id, REMOVE))


def _places(user: Any) -> list[dict[str, str]]:
    """Where residents of the own wards join, to tell them."""
    membership = membership_of(user)
    own = membership.wards_with("rows", MEMBERS)
    is_city = membership.is_superuser or None in own
    wards = Wijk.objects.none() if is_city else Wijk.objects.filter(pk__in=[*own])
    host = absolute("/").partition("://")[2]
    return [
        {
            "name": ward.name if ward else _("De hele stad"),
            "url": panel_url(ward, "nl"),
            "host": host,
            "path": panel_url(ward, "nl").lstrip("/"),
        }
        for ward in ([None] if is_city else wards)
    ]
