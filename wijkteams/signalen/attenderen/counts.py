"""How many get mail about signals, for the team. Numbers only: addresses are not shown (R-04)."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.row_access import demand, within
from wijkteams.signalen.models import Attendering
from wijkteams.signalen.werk.frame import frame

VIEW = "attendering.view"


@never_cache
@require_safe
def screen(request: HttpRequest) -> HttpResponse:
    """For each of the own wards, and (for who works for the city) of the city."""
    demand(request, VIEW)
    rows = Attendering.objects.filter(within(request.user, VIEW)).order_by()
    counted = rows.values("wijk__name").annotate(
        dag=Count("pk", filter=Q(ritme=Attendering.Ritme.DAG, bevestigd_op__isnull=False)),
        week=Count("pk", filter=Q(ritme=Attendering.Ritme.WEEK, bevestigd_op__isnull=False)),
        wacht=Count("pk", filter=Q(bevestigd_op=None)),
    )
    context = {**frame(_("Mail over signalen")), "rows": counted.order_by("wijk__name")}
    return render(request, "signalen/beheer/attenderingen.html", context)
