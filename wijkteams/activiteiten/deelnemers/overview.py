"""The first screen: what is to come, and how many people; or what has been."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from wijkteams.activiteiten.aanmelden.counting import capacity_of
from wijkteams.activiteiten.deelnemers.access import VIEW, own_keren
from wijkteams.activiteiten.deelnemers.lijst import Lijst
from wijkteams.activiteiten.models import Aanmelding, Keer
from wijkteams.activiteiten.models.choices import Bereik, Inschrijving
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

PER_PAGE = 50
LOOK_BACK = timedelta(days=90)
LONGEST = 60


@dataclass
class Line:
    """One time in the overview."""

    keer: Keer
    coming: int = 0
    waiting: int = 0

    @property
    def capacity(self) -> int | None:
        """How many places there are; None: as many as come."""
        activiteit = self.keer.activiteit
        return capacity_of(activiteit, None if activiteit.bereik == Bereik.REEKS else self.keer)

    @property
    def url(self) -> str:
        """The list of who comes: of the series, if one signs up for that."""
        activiteit = self.keer.activiteit
        whole = activiteit.bereik == Bereik.REEKS and activiteit.takes_signups
        return Lijst(activiteit, None if whole else self.keer).url()

    @property
    def after_url(self) -> str:
        """Where one says how it was."""
        return Lijst(self.keer.activiteit, self.keer).url("after")


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Times of the own wards, the soonest first; with ?voorbij=1 the last ones first."""
    if not membership_of(request.user).may("rows", VIEW):  # type: ignore[arg-type]
        raise PermissionDenied
    past = request.GET.get("voorbij") == "1"
    asked = request.GET.get("q", "").strip()[:LONGEST]
    keren = (_past if past else _to_come)(own_keren(request.user))
    if asked:
        keren = keren.filter(activiteit__title__icontains=asked)
    page = Paginator(keren, PER_PAGE).get_page(request.GET.get("p"))
    lines = lines_of(list(page.object_list))
    context = {
        "page": page,
        "lines": lines,
        "past": past,
        "asked": asked,
        "several_wards": len({line.keer.activiteit.wijk_id for line in lines}) > 1,
        **frame(_("Deelnemers")),
    }
    return render(request, "activiteiten/deelnemers/index.html", context)


def _to_come(keren: QuerySet[Keer]) -> QuerySet[Keer]:
    signed = keren.exclude(activiteit__inschrijving=Inschrijving.GEEN)
    return signed.filter(activiteit__is_live=True).upcoming()  # type: ignore[attr-defined]


def _past(keren: QuerySet[Keer]) -> QuerySet[Keer]:
    now = timezone.now()
    return keren.filter(ends_at__range=(now - LOOK_BACK, now)).order_by("-starts_at", "-pk")


def lines_of(keren: list[Keer]) -> list[Line]:
    """These times with their numbers; one query for all of them."""
    activiteiten = {keer.activiteit_id for keer in keren}
    here = Q(keer__in=keren) | Q(keer=None, activiteit__in=activiteiten)
    counted = (*Aanmelding.HOLDING, Aanmelding.Status.WACHTLIJST)
    rows = Aanmelding.objects.filter(here, status__in=counted).order_by()
    sums = rows.values_list("keer_id", "activiteit_id", "status")
    coming: dict[tuple[str, int], int] = defaultdict(int)
    waiting: dict[tuple[str, int], int] = defaultdict(int)
    for keer_id, activiteit_id, status, places, number in sums.annotate(
        people=Sum("places"), rows=Count("pk")
    ):
        key = ("keer", keer_id) if keer_id else ("reeks", activiteit_id)
        if status == Aanmelding.Status.WACHTLIJST:
            waiting[key] += number
        else:
            coming[key] += places
    return [
        Line(
            keer,
            coming[("keer", keer.pk)] + coming[("reeks", keer.activiteit_id)],
            waiting[("keer", keer.pk)] + waiting[("reeks", keer.activiteit_id)],
        )
        for keer in keren
    ]


def frame(title: str, lijst: Lijst | None = None, below: str = "") -> dict[str, Any]:
    """The head of a screen of this room: the way back to the overview, and to a list."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    if lijst is not None:
        crumbs.append({"url": reverse("deelnemers:index"), "label": _("Deelnemers")})
    if lijst is not None and below:
        crumbs.append({"url": lijst.url(), "label": lijst.title})
    crumbs.append({"url": "", "label": below or title})
    return {
        "page_title": title,
        "header_icon": "group",
        "breadcrumbs_items": crumbs,
        "lijst": lijst,
    }
