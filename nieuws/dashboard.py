"""The buttons for news on the dashboard of the CMS."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from nieuws.models import NieuwsIndexPage
from wijkteams.dashboard import DashboardAction
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import WijkPage


def news_actions(user: User, page: WijkPage) -> Iterable[DashboardAction]:
    """Write news, and see what there is, for who may add pages in the ward."""
    index = NieuwsIndexPage.objects.child_of(page).first()
    if index is None or not page_policy().user_has_permission_for_instance(user, "add", index):
        return
    add = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", index.pk])
    yield DashboardAction(_("Schrijf een nieuwsbericht"), add, "doc-full-inverse", 10)
    yield DashboardAction(
        _("Bekijk al je nieuws"), reverse("wagtailadmin_explore", args=[index.pk]), "list-ul", 20
    )
