"""The first panel of the dashboard: buttons, what a role can do today, drafts, and the handbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from wijkteams.dashboard import DashboardAction, actions_per_ward, city_actions
from wijkteams.dashboard_roles import note_for
from wijkteams.membership import Membership, membership_of
from wijkteams.models import WijkPage
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from wagtail.models import Page

    from accounts.models import User

WARDS_SHOWN = 4
DRAFTS_SHOWN = 5


@dataclass(frozen=True)
class Place:
    """A ward (or the city) on the dashboard."""

    name: str
    actions: list[DashboardAction]
    notes: list[str]


class WhatToDoPanel(Component):
    """The first panel of the dashboard."""

    name = "what_to_do"
    template_name = "wijkteams/dashboard/what_to_do.html"
    order = 10

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The user's wards, each with its buttons; for the city's editors the city's own."""
        user = parent_context["request"].user
        membership = membership_of(user)
        return {
            "places": [*_wards(user, membership), *_city(user)],
            "drafts": drafts_of(user),
            "chapters": list(_chapters(membership)),
        }


def _wards(user: User, membership: Membership) -> list[Place]:
    pages = list(
        WijkPage.objects.filter(wijk_id__in=membership.wijk_ids, alias_of=None)
        .filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("wijk")
        .order_by("wijk__name")[:WARDS_SHOWN]
    )
    actions = actions_per_ward(user, pages)
    return [
        Place(page.wijk.name, actions[page.pk], _notes(membership, page.wijk_id)) for page in pages
    ]


def _notes(membership: Membership, wijk_id: int) -> list[str]:
    roles = sorted(rol for ward, rol in membership.roles if ward == wijk_id)
    return [note for rol in roles if (note := note_for(rol))]


def _city(user: User) -> list[Place]:
    actions = city_actions(user)
    return [Place(_("De stad"), actions, [])] if actions else []


def drafts_of(user: User) -> QuerySet[Page]:
    """What this person wrote last and nobody can read yet, where they still may write."""
    own = page_policy().instances_user_has_any_permission_for(user, {"add", "change"})
    drafts = own.filter(has_unpublished_changes=True, latest_revision__user=user)
    found: QuerySet[Page] = drafts.order_by("-latest_revision_created_at")[:DRAFTS_SHOWN]
    return found


def _chapters(membership: Membership) -> Iterable[tuple[str, str]]:
    """The chapters of the handbook that help with what this person may do: title, address."""
    may = membership.may
    chapters = [
        ("een-wijk-openen", _("Een wijk openen"), may("rows", "wijk.add")),
        ("nieuws-plaatsen", _("Een nieuwsbericht plaatsen"), may("pages", "add")),
        ("activiteiten", _("Een activiteit in de agenda zetten"), may("pages", "add")),
        ("deelnemers", _("Wie komt er?"), may("rows", "aanmelding.view")),
        ("abonnees", _("Wie krijgt de nieuwsbrief?"), may("rows", "abonnement.view")),
        ("enquete-maken", _("Een enquête maken"), may("rows", "enquete.change")),
        ("enquete-uitnodigen", _("Uitnodigen voor een enquête"), may("rows", "deelname.add")),
        ("papier-invoeren", _("Een enquête op papier"), may("rows", "papier.add")),
        ("enquete-uitslag", _("De uitslag van een enquête"), may("rows", "citaat.change")),
        ("signalen-opvolgen", _("Signalen opvolgen"), may("rows", "signaal.change")),
        ("fotos", _("Foto's en albums"), may("media", "add")),
        ("wijkpagina", _("De pagina van je wijk"), may("pages", "change")),
        ("uitnodigen", _("Iemand uitnodigen"), may("rows", "uitnodiging.add")),
        ("rollen", _("Wie mag wat"), True),
    ]
    for name, title, shown in chapters:
        if shown:
            yield title, reverse("handleiding:chapter", args=[name])
