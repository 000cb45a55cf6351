"""What the form says while somebody types: when it will be, and whether it is there already.

Only GET, and nothing is kept. Without JavaScript nobody asks; then it is said after saving.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from wijkteams.activiteiten.beheer.duplicates import Similar, similar
from wijkteams.activiteiten.beheer.sentence import sentence
from wijkteams.activiteiten.beheer.when_form import WanneerForm
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.activiteiten.recurrence.expand import upcoming
from wijkteams.activiteiten.recurrence.series import Series

FIRST_TIMES = 3
LONGEST_TITLE = 255


@require_GET
def in_words(request: HttpRequest) -> JsonResponse:
    """The sentence of the answers so far; empty while they say nothing yet."""
    form = WanneerForm(request.GET)
    said = sentence(form.series) if form.is_valid() and form.series is not None else ""
    return JsonResponse({"zin": said})


@require_GET
def duplicates(request: HttpRequest) -> HttpResponse:
    """What looks like it, as a piece of the form; empty when nothing does."""
    agenda = get_object_or_404(AgendaPage, pk=_number(request, "agenda"))
    if not agenda.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    form = WanneerForm(request.GET)
    found: list[Similar] = []
    if form.is_valid() and form.series is not None:
        this = ActiviteitPage.objects.filter(pk=_number(request, "pagina")).first()
        found = similar(
            request.GET.get("titel", "")[:LONGEST_TITLE],
            first_times(form.series),
            wijk_id=agenda.wijk_id,
            locatie_id=_number(request, "plek") or None,
            not_this=this.translation_key if this else None,
        )
    return render(request, "activiteiten/beheer/duplicates.html", {"found": found})


def similar_to(page: ActiviteitPage, series: Series) -> list[Similar]:
    """What looks like this page, as it was saved."""
    return similar(
        page.title,
        first_times(series),
        wijk_id=page.wijk_id,
        locatie_id=page.locatie_id,
        not_this=page.translation_key,
    )


def first_times(series: Series) -> list[datetime]:
    """The moments to look around: a series that was there before has the next ones as well."""
    return [one.start for one in upcoming(series, timezone.localdate(), FIRST_TIMES)]


def _number(request: HttpRequest, name: str) -> int:
    typed: Any = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else 0
