"""Buttons on the dashboard of the CMS for a section that every ward and the hub have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings

from wijkteams.dashboard import (
    DashboardAction,
    WardActions,
    register_city_actions,
    register_dashboard_actions,
)
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import WijkPage

Buttons: TypeAlias = "Callable[[Any], Iterable[DashboardAction]]"


def register_section_actions(model: type[Any], buttons: Buttons) -> None:
    """Let `buttons` say what can be done with a section's page, for who may add pages there.

    `model` is a page type of which every ward and the hub have one, in Dutch.
    """
    dutch = model.objects.filter(locale__language_code=settings.LANGUAGE_CODE)

    def of_wards(user: User, pages: list[WijkPage]) -> WardActions:
        may_for = membership_of(user).may_for
        wards = {page.wijk_id: page.pk for page in pages if may_for(page.wijk_id, "pages", "add")}
        for section in dutch.filter(wijk_id__in=wards):
            for action in buttons(section):
                yield wards[section.wijk_id], action

    def of_city(user: User) -> Iterable[DashboardAction]:
        section = dutch.filter(wijk=None).first()
        return buttons(section) if section is not None else ()

    register_dashboard_actions(of_wards)
    register_city_actions(of_city)
