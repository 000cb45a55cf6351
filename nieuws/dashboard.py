"""The buttons for news on the dashboard of the CMS."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from nieuws.models import NieuwsbriefIndexPage, NieuwsIndexPage
from wijkteams.dashboard import DashboardAction


def news_buttons(index: NieuwsIndexPage) -> Iterable[DashboardAction]:
    """Write news, and see what there is."""
    add = reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwspage", index.pk])
    yield DashboardAction(_("Schrijf een nieuwsbericht"), add, "doc-full-inverse", 10)
    yield DashboardAction(
        _("Bekijk al je nieuws"), reverse("wagtailadmin_explore", args=[index.pk]), "list-ul", 20
    )


def newsletter_buttons(index: NieuwsbriefIndexPage) -> Iterable[DashboardAction]:
    """Gather a newsletter, and see those that were."""
    draft = reverse("nieuwsbrief_maken:concept", args=[index.pk])
    yield DashboardAction(_("Maak een nieuwsbrief"), draft, "mail", 12)
    yield DashboardAction(
        _("Bekijk al je nieuwsbrieven"),
        reverse("wagtailadmin_explore", args=[index.pk]),
        "list-ul",
        22,
    )
