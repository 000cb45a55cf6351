"""The list of surveys of the own wards, and what can be done with one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from enquetes.beheer import access
from enquetes.beheer.frame import frame
from enquetes.beheer.menu import Button, buttons_for
from enquetes.beheer.places import Place, places_to_make
from enquetes.models import Enquete, EnquetePage, Stand, Zichtbaar
from enquetes.vragen.duur import LONG, minutes
from enquetes.vragen.reading import vragenlijst_of
from wijkteams.row_access import may

PER_PAGE = 25


@dataclass
class Line:
    """One survey in the list."""

    page: EnquetePage
    enquete: Enquete | None
    answers: int = 0

    @property
    def stand(self) -> Stand:
        """How far it is."""
        return self.enquete.stand() if self.enquete is not None else Stand.CONCEPT

    @property
    def title(self) -> str:
        """As it was saved last."""
        return str(self.page.draft_title or self.page.title)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The surveys of the own wards, the newest first; drafts too."""
    pages = access.own_pages(request).select_related("wijk")
    ordered = pages.order_by("-latest_revision_created_at", "-pk")
    shown = Paginator(ordered, PER_PAGE).get_page(request.GET.get("p"))
    lines = lines_of(shown.object_list)
    context = {
        "page": shown,
        "lines": lines,
        "places": _places(request),
        "several_wards": len({line.page.wijk_id for line in lines}) > 1,
        **frame(_("Enquêtes")),
    }
    return render(request, "enquetes/beheer/index.html", context)


def lines_of(pages: Iterable[EnquetePage]) -> list[Line]:
    """With their numbers: two queries for all."""
    shown = list(pages)
    keys = [page.translation_key for page in shown]
    found = {one.translation_key: one for one in Enquete.objects.filter(translation_key__in=keys)}
    counts = _answers(Enquete.objects.filter(pk__in=[one.pk for one in found.values()]))
    lines = []
    for page in shown:
        enquete = found.get(page.translation_key)
        lines.append(Line(page, enquete, counts.get(enquete.pk, 0) if enquete else 0))
    return lines


def _answers(enquetes: QuerySet[Enquete]) -> dict[int, int]:
    """How many came in: counted ones, and those that wait to be laid down."""
    rows = enquetes.order_by().annotate(number=Count("inzendingen", distinct=True))
    waiting = enquetes.order_by().annotate(number=Count("enveloppen", distinct=True))
    counts = dict(rows.values_list("pk", "number"))
    for pk, number in waiting.values_list("pk", "number"):
        counts[pk] = counts.get(pk, 0) + number
    return counts


def _places(request: HttpRequest) -> list[Place]:
    return places_to_make(request.user)


@require_safe
def one(request: HttpRequest, page_id: int) -> HttpResponse:
    """Everything that a team can do with one survey."""
    page = access.the_page(request, page_id)
    (line,) = lines_of([page])
    lijst = vragenlijst_of(page.vragen)
    context = {
        "survey": page,
        "line": line,
        "enquete": line.enquete,
        "count": sum(1 for _one in lijst.vragen()),
        "minutes": minutes(lijst),
        "is_long": minutes(lijst) > LONG,
        "making": list(_making(request.user, page)),
        "may_close": line.stand == Stand.OPEN and may(request.user, page.wijk_id, access.CHANGE),
        "buttons": buttons_for(request.user, line.enquete),
        "results_words": Zichtbaar(page.zichtbaar).label,
        **frame(line.title),
    }
    return render(request, "enquetes/beheer/een.html", context)


def _making(user: Any, page: EnquetePage) -> Iterable[Button]:
    """The screens of this room."""
    if page.permissions_for_user(user).can_edit():
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield Button(_("Bewerken"), edit, "edit")
    if access.may_try(user, page):
        yield Button(_("Zelf uitproberen"), reverse("enquetes:proefrit", args=[page.pk]), "view")
        yield Button(_("Alle routes"), reverse("enquetes:paden", args=[page.pk]), "redirect")
    if page.live:
        yield Button(_("Bekijk op de site"), page.get_url() or "", "link-external")
    if access.may_make(user, page.wijk_id):
        index = page.get_parent().pk
        copy = f"{reverse('enquetes:maak', args=[index])}?van={page.pk}"
        yield Button(_("Maak er nog een zoals deze"), copy, "copy")
