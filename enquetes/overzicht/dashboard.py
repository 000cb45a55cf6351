"""What the dashboard of the CMS says of surveys: what is open, and what waits for its results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from enquetes.models import Enquete, Stand, Zichtbaar
from enquetes.overzicht.response_view import VIEW
from enquetes.overzicht.states import Label, label_of
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User

MOST = 6
WAITS = timedelta(days=90)
"So long it is told that results of a closed survey are not known yet."


@dataclass(frozen=True)
class Going:
    """A survey at a glance."""

    title: str
    url: str
    answers: int
    goal: int | None
    label: Label
    ward: str
    waits: bool
    "It is closed, and residents do not know yet what came out."


class SurveysPanel(Component):
    """Open surveys of the own wards, what closes first in front."""

    name = "enquetes"
    template_name = "enquetes/beheer/paneel.html"
    order = 22

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"surveys": how_it_goes(parent_context["request"].user)}


def how_it_goes(user: User) -> list[Going]:
    """Of the user's own wards; who works for the city sees the city's own."""
    membership = membership_of(user)
    wards = membership.wards_with("rows", VIEW)
    own = Q(wijk__in=[pk for pk in wards if pk is not None])
    if membership.is_superuser or None in wards:
        own |= Q(wijk=None)
    rows = _at_hand(Enquete.objects.filter(own))
    return [_going(enquete, several=len(wards) > 1) for enquete in rows]


def _at_hand(rows: QuerySet[Enquete]) -> list[Enquete]:
    """Open and to come, then closed without results, for some time."""
    now = timezone.now()
    lives = Q(closes_at=None) | Q(closes_at__gt=now)
    waits = Q(closes_at__gt=now - WAITS) & ~Q(zichtbaar=Zichtbaar.NOOIT)
    found = rows.filter(lives | waits, is_live=True, uitslag_op=None).select_related("wijk")
    counted = found.annotate(number=Count("inzendingen"))
    return list(counted.order_by("closes_at", "-pk")[:MOST])


def _going(enquete: Enquete, *, several: bool) -> Going:
    stand = enquete.stand()
    ward = enquete.wijk.name if enquete.wijk else _("De stad")
    return Going(
        title=enquete.title,
        url=reverse("enquete_respons", args=[enquete.pk]),
        answers=enquete.number,  # type: ignore[attr-defined]
        goal=enquete.doel,
        label=label_of(stand, enquete.opens_at, enquete.closes_at),
        ward=ward if several else "",
        waits=stand == Stand.GESLOTEN,
    )
