"""'Wat wil je doen?': what a volunteer finds on the front page of the CMS.

Apps add what can be done with their things; who may do nothing of it sees no button for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from wijkteams.membership import membership_of
from wijkteams.models import WijkPage
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from accounts.models import User

WARDS_SHOWN = 4


@dataclass(frozen=True)
class DashboardAction:
    """A big button: what it does, for which ward, and where it leads."""

    title: str
    url: str
    icon: str
    order: int = 50


ActionSource: TypeAlias = "Callable[[User, WijkPage], Iterable[DashboardAction]]"

_SOURCES: list[ActionSource] = []


def register_dashboard_actions(source: ActionSource) -> None:
    """Add buttons for each ward that a user works in."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def ward_actions(user: User, page: WijkPage) -> Iterable[DashboardAction]:
    """What everybody of a team can do with the ward itself."""
    yield DashboardAction(_("Bekijk de wijkpagina"), page.get_url() or "", "view", 90)
    if page_policy().user_has_permission_for_instance(user, "change", page):
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        yield DashboardAction(_("Pas de wijkpagina aan"), edit, "edit", 40)
    if membership_of(user).may_for(page.wijk_id, "rows", "uitnodiging.add"):
        invite = reverse("uitnodiging:add")
        yield DashboardAction(_("Nodig iemand uit voor het team"), invite, "user", 60)


class WhatToDoPanel(Component):
    """The first panel of the dashboard."""

    name = "what_to_do"
    template_name = "wijkteams/dashboard/what_to_do.html"
    order = 10

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """The user's wards, each with its buttons; for the city's editors the city's own."""
        user = parent_context["request"].user
        membership = membership_of(user)
        pages = (
            WijkPage.objects.filter(wijk_id__in=membership.wijk_ids, alias_of=None)
            .filter(locale__language_code="nl")
            .select_related("wijk")
            .order_by("wijk__name")[:WARDS_SHOWN]
        )
        wards = [{"name": page.wijk.name, "actions": _actions(user, page)} for page in pages]
        if membership.may("rows", "wijk.add"):
            open_ward = DashboardAction(
                _("Open een nieuwe wijk"), reverse("wijk_openen:add"), "plus"
            )
            wards.append({"name": _("De stad"), "actions": [open_ward]})
        return {"wards": wards}


def _actions(user: User, page: WijkPage) -> list[DashboardAction]:
    found = [action for source in _SOURCES for action in source(user, page)]
    return sorted(found, key=lambda action: action.order)
