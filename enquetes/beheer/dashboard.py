"""The buttons for surveys on the dashboard of the CMS."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from enquetes.models import EnqueteIndexPage
from wijkteams.dashboard import DashboardAction


def survey_buttons(index: EnqueteIndexPage) -> Iterable[DashboardAction]:
    """Ask the ward something, and see how it goes."""
    make = reverse("enquetes:maak", args=[index.pk])
    yield DashboardAction(_("Maak een enquête"), make, "clipboard-list", 14)
    yield DashboardAction(_("Bekijk je enquêtes"), reverse("enquetes:index"), "list-ul", 24)
