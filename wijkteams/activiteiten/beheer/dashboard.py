"""What the dashboard of the CMS says of agendas: buttons, and what needs attention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from wijkteams.activiteiten.beheer.keren_list import lines_of
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.models.choices import Inschrijving
from wijkteams.dashboard import DashboardAction
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User

SOON = timedelta(days=21)
JUST_BEEN = timedelta(days=14)
MOST = 8
CANDIDATES = 60
"So many times are looked at; one query for each activity among them."
WORTH_A_LOOK = frozenset({"vol", "wachtlijst", "bijna_vol", "afgelast"})


def agenda_buttons(agenda: AgendaPage) -> Iterable[DashboardAction]:
    """Put something in the agenda, and see what is in it."""
    add = reverse("wagtailadmin_pages:add", args=["activiteiten", "activiteitpage", agenda.pk])
    yield DashboardAction(_("Zet een activiteit in de agenda"), add, "calendar-alt", 5)
    yield DashboardAction(
        _("Bekijk de agenda"), reverse("wagtailadmin_explore", args=[agenda.pk]), "list-ul", 15
    )


@dataclass(frozen=True)
class Attention:
    """A time that somebody should look at, and why."""

    keer: Keer
    page_id: int
    title: str
    why: str


class AttentionPanel(Component):
    """Times that are full, cancelled, or over without a word about how it was."""

    name = "agenda"
    template_name = "activiteiten/beheer/attention.html"
    order = 20

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"times": attention_for(parent_context["request"].user)}


def attention_panel() -> AttentionPanel:
    """The panel, for the front page of the CMS."""
    return AttentionPanel()


def attention_for(user: User) -> list[Attention]:
    """What is full or cancelled in the next weeks, then what is over; of the user's own wards.

    A city role sees only the city's own agenda: a thousand wards would hide it.
    """
    membership = membership_of(user)
    wards = membership.wards_with("rows", "activiteit.change")
    own = Q(activiteit__wijk_id__in=[pk for pk in wards if pk is not None])
    if membership.is_superuser or None in wards:
        own |= Q(activiteit__wijk=None)
    rows = Keer.objects.filter(own, activiteit__is_live=True).select_related("activiteit")
    found = [*_coming(rows), *_over(rows)]
    pages = _pages([keer for keer, _why in found])
    return [
        Attention(keer, *pages[keer.activiteit.translation_key], why)
        for keer, why in found
        if keer.activiteit.translation_key in pages
    ][:MOST]


def _coming(rows: Any) -> list[tuple[Keer, str]]:
    now = timezone.now()
    asked = Q(activiteit__inschrijving=Inschrijving.BEPERKT) | Q(cancelled_at__isnull=False)
    soon = rows.filter(asked, starts_at__range=(now, now + SOON)).order_by("starts_at", "pk")
    by_activity: dict[int, list[Keer]] = defaultdict(list)
    for keer in soon[:CANDIDATES]:
        by_activity[keer.activiteit_id].append(keer)
    lines = [
        line for keren in by_activity.values() for line in lines_of(keren[0].activiteit, keren)
    ]
    found = [(line.keer, line.words) for line in lines if line.room.state in WORTH_A_LOOK]
    return sorted(found, key=lambda pair: (pair[0].starts_at, pair[0].pk))[:MOST]


def _over(rows: Any) -> list[tuple[Keer, str]]:
    """Of what people signed up for, nobody wrote down yet how many came."""
    now = timezone.now()
    been = rows.filter(
        ends_at__range=(now - JUST_BEEN, now),
        cancelled_at=None,
        activiteit__cancelled_at=None,
        visitors=None,
        opbrengst="",
    ).exclude(activiteit__inschrijving=Inschrijving.GEEN)
    been = been.annotate(number=Count("aanmeldingen")).filter(number__gt=0)
    return [(keer, _("Hoe was het? Schrijf het op")) for keer in been[:MOST]]


def _pages(keren: list[Keer]) -> dict[Any, tuple[int, str]]:
    keys = [keer.activiteit.translation_key for keer in keren]
    pages = ActiviteitPage.objects.filter(translation_key__in=keys, alias_of=None)
    rows = pages.order_by("-pk").values_list("translation_key", "pk", "title")
    return {key: (pk, title) for key, pk, title in rows}
