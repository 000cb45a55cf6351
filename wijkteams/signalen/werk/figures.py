"""The figures of a year: what was told, and what came of it (requirement G16)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkteams.models import Wijk
from wijkteams.row_access import demand, within
from wijkteams.signalen.models import Categorie, Staat
from wijkteams.signalen.themas.figures import year_figures
from wijkteams.signalen.werk.access import VIEW
from wijkteams.signalen.werk.frame import frame

FIRST = 2020
WARDS_OFFERED = 60


@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """Of one of the own wards. Counts only, so those of confidential ones are in it too."""
    demand(request, VIEW)
    own = Wijk.objects.filter(within(request.user, VIEW, "pk")).order_by("name")
    wards = list(own[:WARDS_OFFERED])
    wijk = next((one for one in wards if one.slug == request.GET.get("wijk")), None)
    wijk = wijk or (wards[0] if wards else None)
    now = timezone.localdate().year
    chosen = _year(request.GET.get("jaar", ""), now)
    context = {
        "wards": wards,
        "wijk": wijk,
        "year": chosen,
        "years": [one for one in (chosen - 1, chosen, chosen + 1) if FIRST <= one <= now],
        "figures": year_figures(wijk, chosen) if wijk else None,
        "kinds": _kinds(wijk, chosen) if wijk else [],
        **frame(_("Cijfers van een jaar")),
    }
    return render(request, "signalen/beheer/jaar.html", context)


def _year(asked: str, now: int) -> int:
    if asked.isascii() and asked.isdecimal() and len(asked) == 4:
        return min(max(int(asked), FIRST), now)
    return now


def _kinds(wijk: Wijk, chosen: int) -> list[Any]:
    """Per category: how many, and how many are solved."""
    of_year = Q(signalen__wijk=wijk, signalen__gemeld_op__year=chosen)
    solved = of_year & Q(signalen__staat=Staat.OPGELOST)
    rows = Categorie.objects.annotate(
        number=Count("signalen", filter=of_year), solved=Count("signalen", filter=solved)
    )
    found = rows.filter(number__gt=0).order_by("-number", "name")
    return list(found.values("name", "number", "solved"))
