"""On the dashboard: something was sent in that waits for an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from wijkteams.activiteiten.models import Aanbod
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

FIRST = 5


def of_wards(user: User, pages: list[WijkPage]) -> WardActions:
    """A button for each ward of the user where something waits; one query."""
    membership = membership_of(user)
    mine = {
        page.wijk_id: page.pk
        for page in pages
        if membership.may_for(page.wijk_id, "rows", "aanbod.change")
    }
    if not mine:
        return
    waiting = Aanbod.objects.to_read().filter(wijk__in=mine).order_by()
    for wijk_id, count in waiting.values_list("wijk").annotate(count=Count("pk")):
        url = f"{reverse('aanbod:index')}?status={Aanbod.Status.NIEUW}&wijk={wijk_id}"
        yield mine[wijk_id], _button(count, url)


def of_city(user: User) -> Iterable[DashboardAction]:
    """What was sent in for the whole city."""
    if membership_of(user).may("rows", "aanbod.change"):
        count = Aanbod.objects.to_read().filter(wijk=None).count()
        if count:
            yield _button(count, f"{reverse('aanbod:index')}?status={Aanbod.Status.NIEUW}")


def _button(count: int, url: str) -> DashboardAction:
    text = ngettext(
        "Lees %(count)d ingestuurde activiteit", "Lees %(count)d ingestuurde activiteiten", count
    )
    return DashboardAction(text % {"count": count}, url, "mail", FIRST)


def register_buttons() -> None:
    """Called when the app is ready."""
    register_dashboard_actions(of_wards)
    register_city_actions(of_city)
