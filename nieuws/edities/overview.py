"""The first screen: what can go out, and what went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nieuws.edities import access
from nieuws.edities.frame import frame
from nieuws.models import Editie, NieuwsbriefPage, Zending
from wijkteams.membership import membership_of

PER_PAGE = 25
DRAFTS = 10
SENT = (Zending.Status.VERSTUURD, Zending.Status.TERUG)


@dataclass
class Line:
    """One sending, with what became of its mails."""

    editie: Editie
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def readers(self) -> int:
        """To how many it went; before that, to how many it would go."""
        return sum(self.counts.get(status, 0) for status in SENT) or self.editie.expected

    @property
    def back(self) -> int:
        """What did not arrive."""
        return self.counts.get(Zending.Status.TERUG, 0)

    @property
    def to_look_at(self) -> int:
        """Of which somebody must decide whether it is sent again."""
        uncertain = self.counts.get(Zending.Status.ONZEKER, 0)
        return uncertain + self.counts.get(Zending.Status.GEWEIGERD, 0)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The sendings of the own wards, the newest first; above them what was not sent yet."""
    editions = access.own_editions(request).select_related("wijk").prefetch_related("lijsten")
    page = Paginator(editions, PER_PAGE).get_page(request.GET.get("p"))
    lines = lines_of(page.object_list)
    context = {
        "page": page,
        "lines": lines,
        "drafts": list(_not_sent(request)[:DRAFTS]) if page.number == 1 else [],
        "several_wards": len({line.editie.wijk_id for line in lines}) > 1,
        **frame(_("Verzendingen")),
    }
    return render(request, "nieuws/edities/index.html", context)


def lines_of(editions: Iterable[Editie]) -> list[Line]:
    """With their numbers: one query for all; of old ones the totals that were kept."""
    shown = list(editions)
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    rows = Zending.objects.filter(editie__in=shown).order_by()
    for editie_id, status, number in rows.values_list("editie_id", "status").annotate(Count("pk")):
        counts[editie_id][status] = number
    return [Line(editie, counts.get(editie.pk) or editie.totals) for editie in shown]


def _not_sent(request: HttpRequest) -> QuerySet[NieuwsbriefPage]:
    """Newsletters that the user may send and that nobody sent, the newest first."""
    membership = membership_of(request.user)  # type: ignore[arg-type]
    wards = membership.wards_with("rows", access.SEND)
    scope = Q() if membership.is_superuser or None in wards else Q(wijk_id__in=wards)
    gone = Editie.objects.exclude(status=Editie.Status.GEANNULEERD).filter(page=OuterRef("pk"))
    pages = NieuwsbriefPage.objects.filter(scope).exclude(Exists(gone)).select_related("wijk")
    return pages.order_by("-latest_revision_created_at", "-pk")
