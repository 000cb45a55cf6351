"""Mail that came back: who does not get the newsletter any more, and why (requirement N8)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from nieuws.abonnees.access import BOUNCES, own_bounces, own_subscriptions
from nieuws.abonnees.overview import Line, frame, lines_of
from nieuws.models import Abonnee, Retour
from wijkteams.row_access import demand

PER_PAGE = 50


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What nobody looked at yet; with ?alles=1 also the rest."""
    demand(request, BOUNCES)
    everything = request.GET.get("alles") == "1"
    rows = own_bounces(request.user).select_related("abonnee", "editie")
    if not everything:
        rows = rows.filter(handled_at=None)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    shown = list(page.object_list)
    context = {
        "page": page,
        "everything": everything,
        "lines": [(row, places) for row, places in _with_places(shown, request.user) if places],
        **frame(_("Teruggekomen mail"), below=_("Teruggekomen mail"), icon="warning"),
    }
    return render(request, "nieuws/abonnees/retouren.html", context)


def _with_places(rows: list[Retour], user: Any) -> list[tuple[Retour, list[Line]]]:
    """Each with the places on lists of one's own wards that it is about."""
    readers = [row.abonnee_id for row in rows]
    own = own_subscriptions(user, BOUNCES).filter(abonnee__in=readers)
    places: dict[int, list[Line]] = {}
    for line in lines_of(own.select_related("abonnee", "lijst"), user):
        places.setdefault(line.row.abonnee_id, []).append(line)
    return [(row, places.get(row.abonnee_id, [])) for row in rows]


@require_POST
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody looked at it: it goes from the list and from the dashboard."""
    demand(request, BOUNCES)
    rows = own_bounces(request.user).filter(pk=pk)
    if not rows.exists():
        raise Http404
    rows.filter(handled_at=None).update(handled_at=timezone.now())
    return redirect("abonnees:bounces")


@require_POST
def all_seen(request: HttpRequest) -> HttpResponse:
    """All that is shown now was looked at."""
    demand(request, BOUNCES)
    sent = request.POST.getlist("getoond")
    shown = [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) < 19]
    rows = own_bounces(request.user).filter(pk__in=shown[:PER_PAGE], handled_at=None)
    number = rows.update(handled_at=timezone.now())
    text = ngettext("%d melding is bekeken.", "%d meldingen zijn bekeken.", number)
    messages.success(request, text % number)
    return redirect(reverse("abonnees:bounces"))


def to_look_at(user: Any) -> int:
    """How many readers' mail came back that nobody looked at yet."""
    rows = own_bounces(user).filter(handled_at=None)
    return rows.exclude(abonnee__stand=Abonnee.Stand.ACTIEF).count()
