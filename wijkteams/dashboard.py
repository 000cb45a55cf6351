"""'Wat wil je doen?': what a volunteer finds on the front page of the CMS.

Apps add what can be done with their things; who may do nothing of it sees no button for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import WijkPage


LOOKING = 15
"From this order on a button is for looking, or for what is seldom done."


@dataclass(frozen=True)
class DashboardAction:
    """A big button: what it does, for which ward, and where it leads."""

    title: str
    url: str
    icon: str
    order: int = 50

    @property
    def is_first(self) -> bool:
        """Whether it makes something, or cannot wait: those stand out. The rest is for looking."""
        return self.order < LOOKING


WardActions: TypeAlias = "Iterable[tuple[int, DashboardAction]]"
WardSource: TypeAlias = "Callable[[User, list[WijkPage]], WardActions]"
CitySource: TypeAlias = "Callable[[User], Iterable[DashboardAction]]"

_WARD_SOURCES: list[WardSource] = []
_CITY_SOURCES: list[CitySource] = []


def register_dashboard_actions(source: WardSource) -> None:
    """Add buttons for the wards that a user works in: (pk of the ward's page, button)."""
    if source not in _WARD_SOURCES:
        _WARD_SOURCES.append(source)


def register_city_actions(source: CitySource) -> None:
    """Add buttons for who works for the whole city."""
    if source not in _CITY_SOURCES:
        _CITY_SOURCES.append(source)


def actions_per_ward(user: User, pages: list[WijkPage]) -> dict[int, list[DashboardAction]]:
    """The buttons for each ward, in their order. Asks the sources once, not once per ward."""
    found: dict[int, list[DashboardAction]] = {page.pk: [] for page in pages}
    for source in _WARD_SOURCES:
        for pk, action in source(user, pages):
            found[pk].append(action)
    return {pk: _in_order(actions) for pk, actions in found.items()}


def city_actions(user: User) -> list[DashboardAction]:
    """The buttons for the city; none for who has no role there."""
    if not membership_of(user).is_city:
        return []
    return _in_order(action for source in _CITY_SOURCES for action in source(user))


def _in_order(actions: Iterable[DashboardAction]) -> list[DashboardAction]:
    return sorted(actions, key=lambda action: action.order)


def own_ward_actions(user: User, pages: list[WijkPage]) -> WardActions:
    """What the people of a team can do with the ward itself."""
    membership = membership_of(user)
    for page in pages:
        yield page.pk, DashboardAction(_("Bekijk de wijkpagina"), page.get_url() or "", "view", 90)
        if membership.may_for(page.wijk_id, "pages", "change"):
            edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
            yield page.pk, DashboardAction(_("Pas de wijkpagina aan"), edit, "edit", 40)
        if membership.may_for(page.wijk_id, "rows", "uitnodiging.add"):
            invite = f"{reverse('uitnodiging:add')}?wijk={page.wijk_id}"
            yield page.pk, DashboardAction(_("Nodig iemand uit voor het team"), invite, "user", 60)
        if membership.may_for(page.wijk_id, "rows", "wijk.change"):
            face = reverse("wijk:edit", args=[page.wijk_id])
            yield page.pk, DashboardAction(_("Kies de kleur en het contact"), face, "home", 50)
        if membership.may_for(page.wijk_id, "media", "add"):
            photo = reverse("wagtailimages:add_multiple")
            yield page.pk, DashboardAction(_("Zet foto's klaar"), photo, "image", 30)


def own_city_actions(user: User) -> Iterable[DashboardAction]:
    """What the people of the city can do with the wards."""
    may = membership_of(user).may
    if may("rows", "wijk.add"):
        yield DashboardAction(_("Open een nieuwe wijk"), reverse("wijk_openen:add"), "plus", 50)
        yield DashboardAction(_("Bekijk alle wijken"), reverse("wijk:index"), "home", 60)
    if may("rows", "uitnodiging.add"):
        invite = reverse("uitnodiging:add")
        yield DashboardAction(_("Nodig iemand uit voor een team"), invite, "user", 70)
    front = Page.objects.filter(depth=2, locale__language_code=settings.LANGUAGE_CODE).first()
    if front is not None:
        edit = reverse("wagtailadmin_pages:edit", args=[front.pk])
        yield DashboardAction(_("Pas de voorpagina van de stad aan"), edit, "edit", 40)
