"""The screen of one source: what would come in, what changed, what is gone; and choosing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from wijkteams.activiteiten.importing import fetching, placing
from wijkteams.activiteiten.models import Bron, BronActiviteit

Stand = BronActiviteit.Stand
REFRESH_SECONDS = "3"
LOG_FETCH = "activiteiten.bron.fetch"
MOST_SHOWN = 100
MOST_COMPARED = 20
NEW, CHANGED, GONE = "nieuw", "gewijzigd", "weg"
# In this order: what asks for a decision first.
GROUPS: list[tuple[str, Any, tuple[str, ...]]] = [
    (NEW, gettext_lazy("Nieuw"), (Stand.NIEUW, Stand.DUBBEL)),
    (CHANGED, gettext_lazy("Veranderd bij de organisatie"), (Stand.GEWIJZIGD,)),
    (GONE, gettext_lazy("Weg bij de organisatie"), (Stand.WEG,)),
    ("geplaatst", gettext_lazy("Overgenomen"), (Stand.GEPLAATST,)),
    ("niet", gettext_lazy("Kan niet worden overgenomen"), (Stand.GEWEIGERD,)),
    ("over", gettext_lazy("Nemen we niet over"), (Stand.OVERGESLAGEN,)),
]


@require_GET
def voorbeeld(request: HttpRequest, pk: int) -> HttpResponse:
    """What this source says, and what became of it."""
    bron = own_source(request, pk)
    rows = list(bron.gevonden.order_by("starts_at", "pk"))
    compared = 0
    for row in rows:
        row.bron = bron
        if row.stand == Stand.GEWIJZIGD and compared < MOST_COMPARED:
            row.differs = placing.differences(row)  # type: ignore[attr-defined]
            compared += 1
    pages = placing.pages_of(rows)
    for row in rows:
        row.page_pk = pages.get(row.translation_key)  # type: ignore[attr-defined]
    groups = [
        {"name": name, "label": label, "rows": found[:MOST_SHOWN], "total": len(found)}
        for name, label, stands in GROUPS
        if (found := [row for row in rows if row.stand in stands])
    ]
    context = {"bron": bron, "groups": groups, "most": MOST_SHOWN}
    response = render(request, "activiteiten/importing/voorbeeld.html", context | _furniture(bron))
    if bron.is_busy:
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_POST
def ophalen(request: HttpRequest, pk: int) -> HttpResponse:
    """'Haal nu op'."""
    bron = own_source(request, pk)
    if not bron.address:
        messages.error(request, _("Deze kalender heeft geen adres."))
    elif fetching.ask(bron):
        log(bron, LOG_FETCH, user=request.user)
        messages.success(request, _("We halen de kalender op. Dit scherm ververst vanzelf."))
    else:
        messages.warning(request, _("Deze kalender wordt al opgehaald."))
    return redirect("bron:voorbeeld", pk)


@require_POST
def kiezen(request: HttpRequest, pk: int) -> HttpResponse:
    """Do with the chosen ones what the button says."""
    bron = own_source(request, pk)
    numbers = [int(one) for one in request.POST.getlist("rij") if one.isdigit() and len(one) < 18]
    rows = list(bron.gevonden.filter(pk__in=numbers[:MOST_SHOWN]))
    action = ACTIONS.get(request.POST.get("actie", ""))
    if action is None or not rows:
        messages.error(request, _("Kies eerst een of meer activiteiten."))
        return redirect("bron:voorbeeld", pk)
    done = 0
    for row in rows:
        try:
            action(row, request.user)
            done += 1
        except placing.NotPlaced as refusal:
            messages.error(request, f"{row.title}: {refusal}")
    if done:
        text = ngettext("%(n)d activiteit is klaar.", "%(n)d activiteiten zijn klaar.", done)
        messages.success(request, text % {"n": done})
    return redirect("bron:voorbeeld", pk)


ACTIONS: dict[str, Any] = {
    "concept": lambda row, user: placing.place(row, publish=False, by=user),
    "plaatsen": lambda row, user: placing.place(row, publish=True, by=user),
    "niet": lambda row, user: placing.skip(row),
    "volgen": lambda row, user: placing.follow(row, by=user),
    "weghalen": lambda row, user: placing.take_away(row, by=user),
}


def own_source(request: HttpRequest, pk: int) -> Bron:
    """One that this editor may change; of others nobody learns that they are there."""
    rows = Bron.objects.visible_to(request.user)  # type: ignore[arg-type]
    bron: Bron = get_object_or_404(rows.select_related("wijk"), pk=pk)
    policy = policy_registry.get_by_type(Bron)
    if not policy.user_has_permission_for_instance(request.user, "change", bron):
        raise PermissionDenied
    return bron


def _furniture(bron: Bron) -> dict[str, Any]:
    return {
        "header_title": bron.name,
        "page_title": bron.name,
        "header_icon": "download",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("bron:index"), "label": _("Kalenders van anderen")},
            {"url": "", "label": bron.name},
        ],
    }
