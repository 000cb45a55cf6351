"""The list of what was reported (requirement M3)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wijkteams.membership import membership_of
from wijkteams.moderatie import deciding
from wijkteams.moderatie.beheer.forms import STATES, TO_DO
from wijkteams.moderatie.beheer.screen import CHANGE, PATIENCE, VIEW, frame
from wijkteams.moderatie.models import Herziening, Inhoudsmelding
from wijkteams.moderatie.registry import kinds, subject_of
from wijkteams.row_access import demand, within

PER_PAGE = 25


@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What waits in the own wards, the oldest first; or what is done."""
    demand(request, VIEW)
    rows = Inhoudsmelding.objects.filter(within(request.user, VIEW))
    done = request.GET.get("stand") == "klaar"
    rows = rows.filter(gesloten_op__isnull=not done)
    soort = request.GET.get("soort", "")
    if soort in dict(kinds()):
        rows = rows.filter(soort=soort)
    rows = rows.order_by("-gesloten_op" if done else "gemeld_op", "pk")
    near = rows.select_related("wijk", "besluit").annotate(same=_others())
    page = Paginator(near, PER_PAGE).get_page(request.GET.get("p"))
    asked = Herziening.objects.filter(within(request.user, VIEW), uitkomst="")
    context = {
        "page": page,
        "lines": [line_of(one) for one in page.object_list],
        "done": done,
        "states": STATES,
        "stand": "klaar" if done else "",
        "kinds": kinds(),
        "soort": soort,
        "asked": asked.select_related("besluit", "wijk")[:PER_PAGE],
        "may_change": membership_of(request.user).may("rows", CHANGE),  # type: ignore[arg-type]
        **frame(_("Gemelde inhoud")),
    }
    return render(request, "moderatie/beheer/lijst.html", context)


def _others() -> Any:
    """How many reports of the same thing wait."""
    same = Inhoudsmelding.objects.filter(
        soort=OuterRef("soort"), object_id=OuterRef("object_id"), gesloten_op=None
    )
    counted = same.order_by().values("object_id").annotate(number=Count("pk")).values("number")
    return Subquery(counted)


def line_of(melding: Inhoudsmelding) -> dict[str, Any]:
    """How a report stands in the list."""
    subject = subject_of(melding.soort)
    return {
        "melding": melding,
        "kind": subject.label if subject else melding.soort,
        "late": melding.is_open and timezone.now() - melding.gemeld_op > PATIENCE,
        "suggested": dict(TO_DO).get(advice_of(melding), ""),
    }


def advice_of(melding: Inhoudsmelding) -> str:
    """What mostly fits the reason; nothing when it was decided."""
    return deciding.SUGGESTED.get(melding.reden, "") if melding.is_open else ""


@require_POST
def nonsense(request: HttpRequest) -> HttpResponse:
    """Close the ticked reports: they are spam themselves."""
    demand(request, CHANGE)
    pks = [int(pk) for pk in request.POST.getlist("pk")[:200] if pk.isdecimal() and len(pk) < 19]
    own = Inhoudsmelding.objects.filter(within(request.user, CHANGE), pk__in=pks)
    if own.count() != len(set(pks)):
        raise PermissionDenied
    number = deciding.nonsense(own.values_list("pk", flat=True), door=request.user)
    text = ngettext("%(n)s melding gesloten.", "%(n)s meldingen gesloten.", number)
    messages.success(request, text % {"n": number})
    return redirect("moderatie:index")
