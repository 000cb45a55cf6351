"""The ways to these screens: a button on the dashboard, and one at each activity. Registration."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wijkteams.activiteiten.deelnemers.access import VIEW
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.activiteiten.models.choices import Inschrijving
from wijkteams.dashboard import DashboardAction, WardActions, register_dashboard_actions
from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import WijkPage

ORDER = 25


def of_wards(user: User, pages: list[WijkPage]) -> WardActions:
    """A button for each ward in which the user may see who comes."""
    membership = membership_of(user)
    for page in pages:
        if membership.may_for(page.wijk_id, "rows", VIEW):
            url = reverse("deelnemers:index")
            yield page.pk, DashboardAction(_("Kijk wie er komt"), url, "group", ORDER)


register_dashboard_actions(of_wards)


@hooks.register("register_page_header_buttons")
def button_to_who_comes(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    specific = page.specific_deferred
    if not isinstance(specific, ActiviteitPage) or not page.live:
        return
    if specific.inschrijving == Inschrijving.GEEN:
        return
    if membership_of(user).may_for(specific.wijk_id, "rows", VIEW):
        url = f"{reverse('deelnemers:index')}?{urlencode({'q': page.title})}"
        yield Button(_("Wie komt er?"), url, icon_name="group", priority=14)
