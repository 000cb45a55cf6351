"""The screen 'Respons' of a survey in the CMS: how many answered, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from enquetes.beheer.frame import frame_of
from enquetes.models import Enquete, EnquetePage, Stand
from enquetes.overzicht.response import response_of
from wijkteams.membership import membership_of
from wijkteams.models import Vermelding
from wijkteams.row_access import demand, may, the_row, within

VIEW, PAPER = "enquete.view", "papier.add"
NEWSLETTERS = "nieuwsbrieven"
"The kind of the row of a ward's newsletters (its app is not known here)."


@dataclass(frozen=True)
class Way:
    """Something that brings in more answers."""

    text: str
    url: str
    icon: str


@require_safe
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Numbers by neighbourhood and by channel, and the ways to remind people."""
    demand(request, VIEW)
    rows = Enquete.objects.filter(within(request.user, VIEW)).select_related("wijk", "uitslag")
    light = rows.defer("uitslag__tellingen", "uitslag__cijfers")
    enquete = the_row(request, light, pk, VIEW)
    page = EnquetePage.objects.filter(
        translation_key=enquete.translation_key, alias_of=None
    ).order_by("pk")
    found = page.filter(locale__language_code=settings.LANGUAGE_CODE).first() or page.first()
    is_open = enquete.stand() == Stand.OPEN
    context = {
        "enquete": enquete,
        "response": response_of(enquete),
        "is_open": is_open,
        "days_left": _days_left(enquete) if is_open else None,
        "ways": list(_ways(request.user, enquete)) if is_open else [],
        **(frame_of(found, _("Respons")) if found else {}),
        "page_subtitle": enquete.title,
    }
    return render(request, "enquetes/beheer/respons.html", context)


def _days_left(enquete: Enquete) -> int | None:
    if enquete.closes_at is None:
        return None
    return max(0, (enquete.closes_at - timezone.now()).days)


def _ways(user: Any, enquete: Enquete) -> Iterable[Way]:
    """Where somebody goes on to remind the ward, as far as they may."""
    letters = Vermelding.objects.filter(
        kind=NEWSLETTERS, wijk=enquete.wijk_id, locale__language_code=settings.LANGUAGE_CODE
    )
    index = letters.values_list("page_id", flat=True).first()
    if index and membership_of(user).may_for(enquete.wijk_id, "pages", "add"):
        draft = reverse("nieuwsbrief_maken:concept", args=[index])
        yield Way(_("Herinner in de nieuwsbrief"), draft, "mail")
    if may(user, enquete.wijk_id, PAPER):
        paper = reverse("papier:afdrukken", args=[enquete.pk])
        yield Way(_("Druk formulieren af"), paper, "doc-full")
