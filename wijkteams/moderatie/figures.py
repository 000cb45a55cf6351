"""What was reported and decided in a year, in numbers only (requirement M7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.moderatie.frame import show
from wijkteams.moderatie.models import Actie, Besluit, Herziening, Inhoudsmelding, Reden, Uitkomst

FIRST = 2020


@dataclass(frozen=True)
class Year:
    """The figures of one year, of the whole city."""

    reported: int
    reasons: list[tuple[Any, int]]
    nonsense: int
    waiting: int
    decided: list[tuple[Any, int]]
    by_program: int
    asked: int
    changed: int
    "After somebody else looked again."


def figures_of(year: int) -> Year:
    """Counted in three questions, however many there are."""
    reasons = {f"r_{one.value}": Count("pk", filter=Q(reden=one)) for one in Reden}
    told = Inhoudsmelding.objects.filter(gemeld_op__year=year).aggregate(
        all=Count("pk"),
        nonsense=Count("pk", filter=Q(is_spam=True)),
        waiting=Count("pk", filter=Q(gesloten_op=None)),
        **reasons,
    )
    actions = {f"a_{one.value}": Count("pk", filter=Q(actie=one)) for one in Actie}
    made = Besluit.objects.filter(genomen_op__year=year).aggregate(
        by_program=Count("pk", filter=Q(automatisch=True)), **actions
    )
    again = Herziening.objects.filter(gevraagd_op__year=year).aggregate(
        all=Count("pk"), changed=Count("pk", filter=Q(uitkomst=Uitkomst.ANDERS))
    )
    return Year(
        reported=told["all"],
        reasons=[(one.label, told[f"r_{one.value}"]) for one in Reden],
        nonsense=told["nonsense"],
        waiting=told["waiting"],
        decided=[(one.label, made[f"a_{one.value}"]) for one in Actie],
        by_program=made["by_program"],
        asked=again["all"],
        changed=again["changed"],
    )


@never_cache
@require_safe
def this_year(request: HttpRequest) -> HttpResponse:
    """The address that stays: it leads to the year that goes on."""
    return redirect("moderatie_cijfers", jaar=timezone.localdate().year)


@never_cache
@require_safe
def cijfers(request: HttpRequest, jaar: int) -> HttpResponse:
    """For all to read; 404 for a year that was not yet, or long before this site."""
    now = timezone.localdate().year
    if not FIRST <= jaar <= now:
        raise Http404
    return show(
        request,
        "cijfers",
        _("Meldingen en besluiten in %(jaar)s") % {"jaar": jaar},
        wijk=None,
        figures=figures_of(jaar),
        years=[one for one in (jaar - 1, jaar + 1) if FIRST <= one <= now],
    )
